-- The marks of the current year are true or nothing, so that only one row can have it.
create table fiscal_year (
    fiscal_year int primary key,
    as_of date not null,
    rules varchar(100) not null,
    opens timestamp,
    due timestamp,
    closed boolean not null,
    is_current boolean unique check (is_current)
);

-- What is there is of the year that the settings named until now.
alter table upload add column fiscal_year int default ${year} not null;
alter table upload alter column fiscal_year drop default;
alter table hand_in add column fiscal_year int default ${year} not null;
alter table hand_in alter column fiscal_year drop default;
create index upload_of_unit on upload (unit, fiscal_year, id);
create index hand_in_of_year on hand_in (fiscal_year, unit, version);
