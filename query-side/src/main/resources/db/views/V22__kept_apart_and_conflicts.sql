-- Each side's own wish not to be proposed to the other again, by the fact that stated it. Rows of before say no side: they keep the two
-- apart until the views are filled again, and stand on nobody's page.
alter table match_apart drop constraint match_apart_pkey;
alter table match_apart
    add column side   text not null default '',
    add column wish   uuid,
    add column since  timestamptz,
    add column walked boolean not null default false,
    add primary key (participant, volunteer, side);
create index match_apart_of_volunteer on match_apart (volunteer) where side = 'VOLUNTEER';

-- The names that somebody gave for themselves, for their own page and no other; the words are sealed.
create table conflict_name (
    entry     uuid primary key,
    person    uuid not null,
    relation  text not null,
    name      bytea not null,
    stated_at timestamptz not null,
    position  bigint not null
);
create index conflict_name_of_person on conflict_name (person, position desc);
