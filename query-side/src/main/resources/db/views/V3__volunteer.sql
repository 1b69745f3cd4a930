create table volunteer (
    id                  uuid primary key,
    matters             text not null,
    languages           text not null,
    capacity            int not null,
    qualified_until     date,
    registered_at       timestamptz not null,
    registered_position bigint not null,
    name                bytea not null,
    contact             bytea not null,
    lived_experience    bytea
);
create unique index volunteer_newest on volunteer (registered_position desc);
