-- By which marks a search knows whose names it need not open, where that is switched on. Filled by searching, never from facts;
-- the record adds only whose keys were destroyed. No row, or one of an older name: the name is opened.
create table name_mark (
    person uuid primary key,
    state  text not null,
    marks  bytea
);
