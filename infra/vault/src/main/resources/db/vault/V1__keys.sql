-- Data keys, each wrapped by an epoch key that stands outside this database. A row is never changed by the application;
-- erasure takes the wrap away and leaves the row.
create table vault.data_key (
    key_id uuid not null,
    holder uuid not null,
    kind smallint not null check (kind between 1 and 7),
    owner uuid not null,
    class smallint not null check (class between 0 and 255),
    epoch bigint not null check (epoch > 0),
    kek_id uuid not null,
    wrapped bytea check (octet_length(wrapped) = 112),
    primary key (key_id, holder)
);

-- Of two nodes that make the same key at once, one wins.
create unique index data_key_of_owner on vault.data_key (kind, owner, class) where kind in (1, 2, 3, 6);
create unique index data_key_of_holder on vault.data_key (owner, class, holder) where kind = 4;
create unique index data_key_of_record on vault.data_key (owner, epoch) where kind = 5;

grant usage on schema vault to ${app_role};
grant select, insert on vault.data_key to ${app_role};
