create table participant (
    id                uuid primary key,
    state             text not null,
    matter            text not null,
    language          text not null,
    needs             text not null default '',
    received_at       timestamptz not null,
    received_position bigint not null,
    enrolled_at       timestamptz,
    close_reason      text,
    name              bytea,
    enquiry_words     bytea,
    intake_note       bytea
);
create unique index participant_newest on participant (received_position desc);
create index participant_by_state on participant (state, received_position desc);

create table participant_contact (
    participant uuid not null,
    channel     text not null,
    safe        boolean not null,
    address     bytea,
    advice      bytea,
    changed_at  timestamptz not null,
    primary key (participant, channel)
);
