-- Whether somebody else may come to a meeting, by what they are; who they are is kept nowhere.
create table presence (
    id             uuid primary key,
    match          uuid not null,
    participant    uuid not null,
    volunteer      uuid not null,
    guest          text not null,
    day            date not null,
    state          text not null,
    asked_by       text not null,
    asked_at       timestamptz not null,
    asked_position bigint not null
);
create index presence_of_match on presence (match, asked_position desc);
create index presence_to_answer on presence (participant, day) where state = 'ASKED';

-- Who else was at a meeting, as it was said each time.
create table encounter_presence (
    position  bigint primary key,
    encounter uuid not null,
    noted_at  timestamptz not null,
    noted_by  text not null,
    guests    text not null,
    unagreed  text not null
);
create index encounter_presence_of on encounter_presence (encounter, position desc);

alter table encounter
    add column unagreed boolean not null default false;
