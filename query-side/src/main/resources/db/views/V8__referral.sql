create table referral (
    id               uuid primary key,
    participant      uuid not null,
    service          uuid not null,
    agency           uuid not null,
    need             text not null,
    state            text not null,
    consent          uuid,
    classes          text not null default '',
    notice_name      text,
    notice_version   int,
    notice_sha256    text,
    outcome          text,
    offered_at       timestamptz not null,
    offered_position bigint not null,
    sent_at          timestamptz,
    answered_at      timestamptz,
    closed_at        timestamptz,
    packet           bytea,
    outcome_words    bytea
);
create index referral_of_participant on referral (participant, offered_position desc);
create index referral_without_answer on referral (sent_at, id) where state = 'SENT';
create index referral_waiting_for_release on referral (offered_at, id) where state = 'OFFERED';
