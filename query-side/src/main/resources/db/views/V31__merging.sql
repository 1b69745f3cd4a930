-- Two records that are of one person (MERGED), or are thought to be (PROPOSED). The one leads to the kept one; no words.
create table merging (
    merged   uuid        not null,
    kept     uuid        not null,
    state    text        not null,
    ground   text        not null,
    decider  uuid,
    since    timestamptz not null,
    position bigint      not null,
    primary key (merged, kept)
);

create index merging_by_kept on merging (kept) where state = 'MERGED';
create index merging_waiting on merging (position) where state = 'PROPOSED';
