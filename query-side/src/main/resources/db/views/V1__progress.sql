-- How far the views have come: the processor's token, stored in the transaction that writes the rows.
-- All names here and below are unqualified: search_path decides between views and views_next.
create table progress (
    processor  text not null,
    segment    int not null,
    position   bigint,
    owner      text,
    claimed_at timestamptz,
    primary key (processor, segment)
);
