-- The information sheets of the programme, every version as it was published; about nobody.
create table sheet (
    id                 uuid not null,
    version            integer not null,
    title              text not null,
    jurisdiction       text not null,
    language           text not null,
    body               text not null,
    sha256             text not null,
    reviewer           text not null,
    reviewed_on        date not null,
    review_by          date not null,
    taken_back         boolean not null default false,
    published_at       timestamptz not null,
    published_position bigint not null,
    primary key (id, version)
);
create index sheet_newest on sheet (published_position desc);

-- Which of them were given at a meeting, as it was said last.
create table encounter_sheet (
    encounter   uuid not null,
    sheet       uuid not null,
    version     integer not null,
    participant uuid not null,
    position    bigint not null,
    primary key (encounter, sheet, version)
);
create index encounter_sheet_of_participant on encounter_sheet (participant, position desc);
