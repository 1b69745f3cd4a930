-- Each message as it stands now; no address and no word of it.
create table message (
    id              uuid primary key,
    receiver        uuid not null,
    receiver_kind   text not null,
    occasion        text not null,
    state           text not null,
    channel         text,
    reason          text,
    queued_at       timestamptz not null,
    queued_position bigint not null,
    moved_at        timestamptz not null
);
create index message_by_age on message (queued_position desc);
create index message_of_receiver on message (receiver, queued_position desc);
