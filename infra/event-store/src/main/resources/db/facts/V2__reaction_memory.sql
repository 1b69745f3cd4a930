-- How far each reaction that only remembers has been told the record: one that came later is told what was before it.
create table lookups.reaction_memory (
    reaction text primary key,
    position bigint not null
);

grant select, insert, update, delete on lookups.reaction_memory to "${app_role}";
