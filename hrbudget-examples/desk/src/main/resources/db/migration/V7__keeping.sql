-- A file is in its row or, when it is large, in the folder of files under its digest.
alter table upload add column size bigint default 0 not null;
alter table upload add column sha256 varchar(64);
update upload set size = octet_length(file);
alter table upload alter column file drop not null;
alter table upload add constraint upload_has_file check ((file is null) = (sha256 is not null));

create index upload_unit on upload (unit, id);
create index upload_sha256 on upload (sha256);
