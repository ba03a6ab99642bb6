-- Whose password was given by an administrator, and is to be replaced by one of their own; and when they last came in.
alter table account add column password_given boolean default false not null;
alter table account add column last_in timestamp with time zone;
