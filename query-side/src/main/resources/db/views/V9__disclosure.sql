create table look (
    position     bigint primary key,
    kind         text not null,
    at           timestamptz not null,
    disclosure   uuid not null,
    actor        uuid not null,
    role         text,
    purpose      text,
    route        text not null,
    subject      uuid,
    subject_kind text,
    classes      text not null default '',
    ground       text,
    relation     uuid,
    consent      uuid,
    results      int,
    rule         text,
    reason       bytea
);
create index look_at_subject on look (subject, position desc) where subject is not null;
create index look_by_actor on look (actor, position desc);
create index look_of_kind on look (kind, position desc);

-- One line for each actor, subject and purpose, however often they looked. The facts themselves stay one by one.
create table look_fold (
    subject       uuid not null,
    subject_kind  text not null,
    actor         uuid not null,
    purpose       text not null,
    roles         text[] not null,
    grounds       text[] not null,
    classes       text[] not null,
    routes        text[] not null,
    times         bigint not null,
    first_at      timestamptz not null,
    last_at       timestamptz not null,
    last_position bigint not null,
    primary key (subject, actor, purpose)
);
create index look_fold_newest on look_fold (last_position desc);
create index look_fold_of_subject on look_fold (subject, last_position desc);
create index look_fold_of_actor on look_fold (actor, last_position desc);
create index look_fold_for_purpose on look_fold (purpose, last_position desc);
