create table consent (
    id             uuid primary key,
    participant    uuid not null,
    state          text not null,
    purpose        text not null,
    recipient_kind text not null,
    recipient      uuid,
    classes        text not null,
    text_name      text not null,
    text_version   int not null,
    text_language  text not null,
    text_sha256    text not null,
    last_day       date,
    asked_at       timestamptz not null,
    asked_position bigint not null,
    answered_at    timestamptz,
    ended_at       timestamptz
);
create index consent_of_participant on consent (participant, asked_position desc);
create index consent_in_force_until on consent (last_day, id) where state = 'GIVEN';
