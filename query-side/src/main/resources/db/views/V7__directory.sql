-- Published facts about organisations: nothing here is about a person who asks for help.
create table agency (
    id          uuid primary key,
    published   text not null,
    name        text not null,
    description text,
    website     text,
    listed_at   timestamptz not null
);
create index agency_by_name on agency (lower(name), id);

create table service (
    id          uuid primary key,
    agency      uuid not null,
    published   text not null,
    name        text not null,
    status      text not null,
    assured_on  date,
    description text,
    website     text,
    listed_at   timestamptz not null
);
create index service_by_name on service (lower(name), id);
create index service_offered_by_name on service (lower(name), id) where status = 'active';
create index service_of_agency on service (agency);

create table directory_import (
    id        uuid primary key,
    format    text not null,
    added     int not null,
    changed   int not null,
    unchanged int not null,
    at        timestamptz not null,
    position  bigint not null
);
create index directory_import_newest on directory_import (position desc);
