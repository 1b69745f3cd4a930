-- What names are compared by. Both the owner and the tag are keyed: the table holds no name and no identifier of a person. An entry says
-- nothing by itself; which entries stand, the streams say. Deleted when a name is taken back, and all of an owner's with their keys.
create table conflict_name (
    owner bytea   not null,
    entry uuid    not null,
    tag   bytea   not null,
    part  boolean not null,
    primary key (owner, entry, tag)
);

grant select, insert, update, delete on conflict_name to "${app_role}";
