-- Who is not of age yet, or was not when they came; once the day has come it is shown to nobody any more, and the moment at which it
-- began stays, since it decides how what was answered before it stands. Holds no words.
create table youth (
    participant uuid primary key,
    of_age_on   date,
    of_age_at   timestamptz not null,
    came_at     timestamptz,
    alone       text
);
create index youth_of_age on youth (came_at, participant) where came_at is not null;

-- Who beside them may say yes beside them, by their number among the people named there.
create table guardian (
    participant uuid not null,
    number      int  not null,
    standing    text not null,
    checked     text not null,
    primary key (participant, number)
);

-- What each of them last said to a consent; it may be one that was asked under another record of the same person.
create table guardian_word (
    consent     uuid        not null,
    number      int         not null,
    participant uuid        not null,
    yes         boolean     not null,
    said_at     timestamptz not null,
    primary key (consent, participant, number)
);
create index guardian_word_of_participant on guardian_word (participant, number);
