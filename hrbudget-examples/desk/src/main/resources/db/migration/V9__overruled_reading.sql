-- What the unit says of how its file is written, by the names of receipts; what it leaves open is found out.
alter table upload add column written text;
