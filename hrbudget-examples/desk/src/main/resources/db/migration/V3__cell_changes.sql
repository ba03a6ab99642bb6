-- The file of which another came by changes of cells; and these changes, one a cell.
alter table upload add column derived_from bigint references upload (id);

create table cell_change (
    upload bigint not null references upload (id),
    place int not null,
    row_number bigint not null,
    column_name text not null,
    was text not null,
    becomes text not null,
    primary key (upload, place)
);
