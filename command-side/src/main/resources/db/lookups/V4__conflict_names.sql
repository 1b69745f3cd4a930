-- What names are compared by. The owner, the line and the tag are all keyed: the table holds no name and no identifier that is found
-- anywhere else. Which lines stand, the streams say. Deleted when a name is taken back, and all of an owner's with their keys.
create table conflict_name (
    owner bytea   not null,
    line  bytea   not null,
    tag   bytea   not null,
    part  boolean not null,
    primary key (owner, line, tag)
);

grant select, insert, update, delete on conflict_name to "${app_role}";
