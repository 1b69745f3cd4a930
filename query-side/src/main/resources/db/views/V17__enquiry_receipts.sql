-- Whether whoever asked without a name holds a code (HELD) or has used it (SPENT), and what was written to and fro under it.
alter table participant add column receipt text;

create table enquiry_line (
    participant uuid not null,
    position    bigint not null,
    written_at  timestamptz not null,
    author      text not null,
    words       bytea not null,
    primary key (participant, position)
);
