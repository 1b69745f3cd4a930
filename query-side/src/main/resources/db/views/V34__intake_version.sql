-- What was taken down of somebody, as it was first and each time it was put right; what is absent stayed as it was.
create table intake_version (
    participant uuid not null,
    position    bigint not null,
    written_at  timestamptz not null,
    reason      text,
    name        bytea,
    matter      text,
    language    text,
    needs       text,
    note        bytea,
    note_is     text not null,
    primary key (participant, position)
);
