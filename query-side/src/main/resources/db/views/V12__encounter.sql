-- Each meeting as it stands now: what lists show.
create table encounter (
    id               uuid primary key,
    match            uuid not null,
    participant      uuid not null,
    volunteer        uuid not null,
    held_at          timestamptz not null,
    zone             text not null,
    minutes          integer not null,
    medium           text not null,
    support          text not null,
    topics           text not null,
    findings         text not null,
    entered_by       text not null,
    entered_at       timestamptz not null,
    entered_position bigint not null,
    corrected_at     timestamptz
);
create index encounter_of_participant on encounter (participant, held_at desc);
create index encounter_of_match on encounter (match, held_at desc);

-- Every version of each, as it was entered; the note is under the participant's key, the reflection under the volunteer's.
create table encounter_version (
    position      bigint primary key,
    encounter     uuid not null,
    recorded_at   timestamptz not null,
    entered_by    text not null,
    reason        text,
    held_at       timestamptz not null,
    zone          text not null,
    minutes       integer not null,
    medium        text not null,
    support       text not null,
    topics        text not null,
    findings      text not null,
    acts          text,
    note_is       text not null,
    note          bytea,
    reflection_is text not null,
    reflection    bytea
);
create index encounter_version_of on encounter_version (encounter, position);
