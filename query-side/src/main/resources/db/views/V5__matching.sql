create table match (
    id                   uuid primary key,
    participant          uuid not null,
    volunteer            uuid,
    state                text not null,
    reasons              text not null default '',
    participant_accepted boolean not null default false,
    volunteer_accepted   boolean not null default false,
    requested_at         timestamptz not null,
    requested_position   bigint not null,
    proposed_at          timestamptz,
    started_at           timestamptz,
    change_due           date,
    ended_at             timestamptz,
    end_reason           text
);
create index match_of_participant on match (participant, requested_position desc);
create index match_of_volunteer on match (volunteer, requested_position desc);
create index match_places_taken on match (volunteer) where state in ('PROPOSED', 'STARTED');

-- Two people who are not offered to each other again; never says whose wish it was.
create table match_apart (
    participant uuid not null,
    volunteer   uuid not null,
    match       uuid not null,
    primary key (participant, volunteer)
);
