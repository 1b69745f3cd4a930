create table boundary (
    id           uuid primary key,
    match        uuid not null,
    participant  uuid not null,
    volunteer    uuid not null,
    state        text not null,
    set_by       text not null,
    author       uuid not null,
    topic        text not null,
    set_at       timestamptz not null,
    set_position bigint not null,
    changed_at   timestamptz,
    no_at        timestamptz,
    lifted_at    timestamptz,
    words        bytea
);
create index boundary_of_match on boundary (match, set_position desc);
create index boundary_of_participant on boundary (participant, set_position desc);
