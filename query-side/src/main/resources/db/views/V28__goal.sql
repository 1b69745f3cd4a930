-- Each goal as it stands now; its words are under the participant's key. The number is theirs and is never summed up.
create table goal (
    id           uuid primary key,
    participant  uuid not null,
    state        text not null,
    state_since  timestamptz not null,
    about        text,
    words        bytea not null,
    set_at       timestamptz not null,
    set_position bigint not null,
    rating       integer,
    rated_at     timestamptz,
    match        uuid
);
create index goal_of_participant on goal (participant, set_position desc);
create index goal_of_match on goal (match, set_position desc) where match is not null;

-- Every number they gave, with its time.
create table goal_rating (
    position bigint primary key,
    goal     uuid not null,
    rating   integer not null,
    rated_at timestamptz not null
);
create index goal_rating_of on goal_rating (goal, position desc);

-- Every wording, the one that holds and the earlier ones.
create table goal_wording (
    position   bigint primary key,
    goal       uuid not null,
    about      text,
    words      bytea not null,
    written_at timestamptz not null
);
create index goal_wording_of on goal_wording (goal, position desc);
