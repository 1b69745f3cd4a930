-- Which version of the charter of the role each person has read (side OWN, by person), and how far each side of a match that
-- goes on has read (by match): one table, because a row of the second kind begins with what the first kind says.
create table charter_stand (
    id              uuid    not null,
    side            text    not null,
    person          uuid    not null,
    version         integer not null,
    language        text,
    acknowledged_at timestamptz,
    since           timestamptz,
    since_position  bigint,
    primary key (id, side)
);
create index charter_stand_waiting on charter_stand (version, since_position, side) where side <> 'OWN';
create index charter_stand_of_person on charter_stand (person) where side <> 'OWN';

-- What was asked of a volunteer and lies outside their role; the note is under the participant's key.
create table outside_role (
    id            uuid    primary key,
    match         uuid    not null,
    participant   uuid    not null,
    volunteer     uuid    not null,
    kind          text    not null,
    rank          integer not null,
    said_at       timestamptz not null,
    said_position bigint  not null,
    note          bytea,
    decision      text,
    referral      uuid,
    decided_by    uuid,
    decided_at    timestamptz
);
create index outside_role_waiting on outside_role (rank, said_position) where decided_at is null;
create index outside_role_of_participant on outside_role (participant, said_position desc);
create index outside_role_of_match on outside_role (match, said_position desc);
