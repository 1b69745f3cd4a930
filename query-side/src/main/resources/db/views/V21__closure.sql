-- Who wished to be asked, once after the end of support, how they are; the row goes when the wish does.
create table follow_up (
    participant uuid primary key,
    asked_from  date not null,
    channel     text not null
);
create index follow_up_due on follow_up (asked_from, participant);

-- That something was told for the first time, and what is to be done next; nothing of what it was.
create table first_telling (
    participant uuid not null,
    number      int not null,
    position    bigint not null,
    heard_at    timestamptz not null,
    heard_by    text not null,
    next_step   text,
    taken_at    timestamptz,
    primary key (participant, number)
);
create index first_telling_to_do on first_telling (position) where next_step is not null and taken_at is null;

-- Who beside a participant is named; the name is sealed under the participant's key, and nothing here is searched.
create table other_person (
    participant uuid not null,
    number      int not null,
    name        bytea not null,
    relation    text not null,
    need        text not null,
    primary key (participant, number)
);
