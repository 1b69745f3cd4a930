-- The record: one gap-free sequence of sealed facts, and what is decided together with them.
-- The application may read, and append through the functions below; nothing else.

create schema if not exists lookups;

create table facts.ledger (
    ledger_id      uuid primary key,
    first_position bigint not null unique check (first_position >= 0),
    origin         text   not null,
    mode           text   not null check (mode in ('production', 'simulated'))
);

create table facts.head (
    one            boolean primary key default true check (one),
    size           bigint  not null,
    key_generation int     not null,
    destructions   bigint  not null
) with (fillfactor = 10);

insert into facts.head (size, key_generation, destructions) values (0, 1, 0);

-- One check alone, since PostgreSQL reads each of them anew for every insert: what stands beside the record (categories
-- from 128 on) is no fact.
create table facts.fact (
    position   bigint primary key,
    event_id   uuid   not null unique,
    stream_id  uuid   not null,
    stream_seq bigint not null,
    header     bytea  not null check (octet_length(header) = 168 and get_byte(header, 5) < 128),
    ct         bytea,
    ct_hash    bytea  not null,
    writer_tag bytea  not null,
    unique (stream_id, stream_seq)
);

-- ciphertext does not compress
alter table facts.fact alter column ct set storage external;

create table lookups.claim (
    kind      smallint not null,
    value_tag bytea    not null,
    stream_id uuid     not null,
    taken_at  bigint   not null,
    primary key (kind, value_tag)
);

create table lookups.idempotency (
    actor        uuid        not null,
    key_tag      bytea       not null,
    request_hash bytea       not null,
    answer       bytea       not null,
    position     bigint      not null,
    expires_at   timestamptz not null,
    primary key (actor, key_tag)
);

create index on lookups.idempotency (expires_at);

-- Accidents are stopped here; the owner is stopped by proofs.

create function facts.refuse_change() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception '% is not allowed on %.%', tg_op, tg_table_schema, tg_table_name
        using errcode = 'restrict_violation';
end
$$;

create trigger facts_stay before update or delete on facts.fact
    for each statement execute function facts.refuse_change();
create trigger facts_stay_whole before truncate on facts.fact
    for each statement execute function facts.refuse_change();
create trigger ledger_stays before update or delete on facts.ledger
    for each statement execute function facts.refuse_change();
create trigger ledger_stays_whole before truncate on facts.ledger
    for each statement execute function facts.refuse_change();
create trigger head_stays before delete on facts.head
    for each statement execute function facts.refuse_change();
create trigger head_stays_whole before truncate on facts.head
    for each statement execute function facts.refuse_change();

-- What stands against a batch, as triples {unit, code, which}; null when nothing does. Needs the lock of the head.
--   1 a stream does not end where this fact (which, from 0) expects it to
--   2 this event (which, from 0) is on the record already
--   3 a stream does not end where this precondition (which, from 0) expects it to
--   4 a claim of this kind (which) is held by another stream
--   5 this answer (which, from 0) was kept before
create function facts.objections(
    event_ids uuid[], stream_ids uuid[], stream_seqs bigint[], fact_units int[],
    needed_streams uuid[], needed_seqs bigint[], needed_units int[],
    taken_kinds int[], taken_tags bytea[], taken_streams uuid[], taken_units int[],
    given_kinds int[], given_tags bytea[], given_units int[],
    answer_actors uuid[], answer_keys bytea[], answer_units int[],
    moment timestamptz
) returns bigint[]
    language plpgsql
as $$
declare
    found_here bigint[];
    objected   bigint[];
begin
    select array_agg(array [f.unit, 1, f.ord - 1])
      into objected
      from (select u.*, row_number() over (partition by u.stream order by u.ord) as place
              from unnest(stream_ids, stream_seqs, fact_units) with ordinality as u (stream, seq, unit, ord)) as f
     where f.seq <> f.place + coalesce((select x.stream_seq
                                          from facts.fact x
                                         where x.stream_id = f.stream
                                         order by x.stream_seq desc
                                         limit 1), -1);

    select array_agg(array [u.unit, 2, u.ord - 1])
      into found_here
      from unnest(event_ids, fact_units) with ordinality as u (event, unit, ord)
     where exists (select from facts.fact x where x.event_id = u.event);
    objected := objected || found_here;

    if cardinality(needed_streams) > 0 then
        select array_agg(array [u.unit, 3, u.ord - 1])
          into found_here
          from unnest(needed_streams, needed_seqs, needed_units) with ordinality as u (stream, seq, unit, ord)
         where u.seq <> coalesce((select x.stream_seq
                                    from facts.fact x
                                   where x.stream_id = u.stream
                                   order by x.stream_seq desc
                                   limit 1), -1)
            or exists (select from unnest(stream_ids, fact_units) as o (stream, unit)
                        where o.stream = u.stream and o.unit <> u.unit);
        objected := objected || found_here;
    end if;

    if cardinality(taken_kinds) > 0 then
        select array_agg(array [u.unit, 4, u.kind])
          into found_here
          from unnest(taken_kinds, taken_tags, taken_streams, taken_units) as u (kind, tag, stream, unit)
         where (exists (select from lookups.claim c
                         where c.kind = u.kind and c.value_tag = u.tag and c.stream_id <> u.stream)
                and not exists (select from unnest(given_kinds, given_tags, given_units) as g (kind, tag, unit)
                                 where g.kind = u.kind and g.tag = u.tag and g.unit = u.unit))
            or exists (select from unnest(taken_kinds, taken_tags, taken_units) as o (kind, tag, unit)
                        where o.kind = u.kind and o.tag = u.tag and o.unit < u.unit);
        objected := objected || found_here;
    end if;

    if cardinality(answer_actors) > 0 then
        select array_agg(array [u.unit, 5, u.ord - 1])
          into found_here
          from unnest(answer_actors, answer_keys, answer_units) with ordinality as u (actor, key, unit, ord)
         where exists (select from lookups.idempotency i
                        where i.actor = u.actor and i.key_tag = u.key and i.expires_at > moment)
            or exists (select from unnest(answer_actors, answer_keys, answer_units) as o (actor, key, unit)
                        where o.actor = u.actor and o.key = u.key and o.unit < u.unit);
        objected := objected || found_here;
    end if;
    return objected;
end
$$;

-- Writes what stands beside the facts of a batch. Needs the lock of the head and no objections.
create function facts.put_beside(
    taken_kinds int[], taken_tags bytea[], taken_streams uuid[],
    given_kinds int[], given_tags bytea[],
    answer_actors uuid[], answer_keys bytea[], answer_requests bytea[], answers bytea[], answer_positions bigint[],
    answer_expiries timestamptz[],
    moment timestamptz
) returns void
    language plpgsql
as $$
begin
    if cardinality(given_kinds) > 0 then
        delete from lookups.claim c
         using unnest(given_kinds, given_tags) as u (kind, tag)
         where c.kind = u.kind and c.value_tag = u.tag;
    end if;

    if cardinality(taken_kinds) > 0 then
        insert into lookups.claim (kind, value_tag, stream_id, taken_at)
        select u.kind, u.tag, u.stream, (extract(epoch from moment) * 1000)::bigint
          from unnest(taken_kinds, taken_tags, taken_streams) as u (kind, tag, stream)
            on conflict (kind, value_tag) do nothing;
    end if;

    if cardinality(answer_actors) > 0 then
        insert into lookups.idempotency as i (actor, key_tag, request_hash, answer, position, expires_at)
        select u.actor, u.key, u.request, u.answer, u.position, u.expiry
          from unnest(answer_actors, answer_keys, answer_requests, answers, answer_positions, answer_expiries)
               as u (actor, key, request, answer, position, expiry)
            on conflict (actor, key_tag) do update
           set request_hash = excluded.request_hash,
               answer       = excluded.answer,
               position     = excluded.position,
               expires_at   = excluded.expires_at
         where i.expires_at <= moment;
    end if;
end
$$;

-- First step of two: locks the head until the transaction ends and says what stands against each unit.
create function facts.lock_and_check(
    event_ids uuid[], stream_ids uuid[], stream_seqs bigint[], fact_units int[],
    needed_streams uuid[], needed_seqs bigint[], needed_units int[],
    taken_kinds int[], taken_tags bytea[], taken_streams uuid[], taken_units int[],
    given_kinds int[], given_tags bytea[], given_units int[],
    answer_actors uuid[], answer_keys bytea[], answer_units int[],
    moment timestamptz,
    out size bigint, out key_generation int, out destructions bigint, out database_ms bigint, out objected bigint[]
)
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    select h.size, h.key_generation, h.destructions
      into strict size, key_generation, destructions
      from facts.head h
       for update;
    database_ms := (extract(epoch from clock_timestamp()) * 1000)::bigint;
    objected := facts.objections(
        event_ids, stream_ids, stream_seqs, fact_units, needed_streams, needed_seqs, needed_units,
        taken_kinds, taken_tags, taken_streams, taken_units, given_kinds, given_tags, given_units,
        answer_actors, answer_keys, answer_units, moment);
end
$$;

-- Second step of two: writes what passed. Refuses when the head is not where the writer tags were made for.
create function facts.append(
    expected_size bigint,
    event_ids uuid[], stream_ids uuid[], stream_seqs bigint[],
    headers bytea[], cts bytea[], ct_hashes bytea[], writer_tags bytea[],
    taken_kinds int[], taken_tags bytea[], taken_streams uuid[],
    given_kinds int[], given_tags bytea[],
    answer_actors uuid[], answer_keys bytea[], answer_requests bytea[], answers bytea[], answer_positions bigint[],
    answer_expiries timestamptz[],
    moment timestamptz, destroyed int, next_generation int, ring boolean
) returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    here bigint;
begin
    select h.size into strict here from facts.head h for update;
    if here <> expected_size then
        raise exception 'the head has moved' using errcode = 'serialization_failure';
    end if;

    insert into facts.fact (position, event_id, stream_id, stream_seq, header, ct, ct_hash, writer_tag)
    select expected_size + u.ord - 1, u.event, u.stream, u.seq, u.header, u.ct, u.ct_hash, u.writer_tag
      from unnest(event_ids, stream_ids, stream_seqs, headers, cts, ct_hashes, writer_tags)
           with ordinality as u (event, stream, seq, header, ct, ct_hash, writer_tag, ord);

    update facts.head
       set size           = expected_size + cardinality(event_ids),
           destructions   = destructions + destroyed,
           key_generation = coalesce(next_generation, key_generation);

    perform facts.put_beside(
        taken_kinds, taken_tags, taken_streams, given_kinds, given_tags,
        answer_actors, answer_keys, answer_requests, answers, answer_positions, answer_expiries, moment);
    if ring then
        perform pg_notify('facts', '');
    end if;
end
$$;

-- Both steps in one call: appends when the head is as guessed, the clocks agree and nothing stands against any unit;
-- otherwise changes nothing and answers false. Streams are asked for their ends before the head is locked: when the head
-- is still as guessed once it is locked, nothing was appended in between. Units without facts do not move the head, so
-- claims and answers are asked for under the lock.
create function facts.append_as_guessed(
    guessed_size bigint, guessed_generation int, guessed_destructions bigint, node_ms bigint, allowed_skew_ms bigint,
    event_ids uuid[], stream_ids uuid[], stream_seqs bigint[],
    headers bytea[], cts bytea[], ct_hashes bytea[], writer_tags bytea[],
    ending_streams uuid[], ending_seqs bigint[],
    taken_kinds int[], taken_tags bytea[], taken_streams uuid[], taken_units int[],
    given_kinds int[], given_tags bytea[], given_units int[],
    answer_actors uuid[], answer_keys bytea[], answer_requests bytea[], answers bytea[], answer_positions bigint[],
    answer_expiries timestamptz[], answer_units int[],
    destroyed int, next_generation int, ring boolean
) returns boolean
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    moment timestamptz;
begin
    if cardinality(taken_kinds) > 0 or cardinality(answer_actors) > 0 or cardinality(given_kinds) > 0 then
        perform from facts.head for update;
        moment := to_timestamp(node_ms / 1000.0);
        if facts.objections(
            '{}', '{}', '{}', '{}', '{}', '{}', '{}',
            taken_kinds, taken_tags, taken_streams, taken_units, given_kinds, given_tags, given_units,
            answer_actors, answer_keys, answer_units, moment) is not null then
            return false;
        end if;
    end if;

    update facts.head h
       set size           = guessed_size + cardinality(event_ids),
           destructions   = guessed_destructions + destroyed,
           key_generation = coalesce(next_generation, guessed_generation)
     where h.size = guessed_size
       and h.key_generation = guessed_generation
       and h.destructions = guessed_destructions
       and (allowed_skew_ms is null
            or abs(node_ms - extract(epoch from clock_timestamp()) * 1000) <= allowed_skew_ms)
       and not exists (select
                         from unnest(ending_streams, ending_seqs) as u (stream, seq)
                        where u.seq <> coalesce((select x.stream_seq
                                                   from facts.fact x
                                                  where x.stream_id = u.stream
                                                  order by x.stream_seq desc
                                                  limit 1), -1));
    if not found then
        return false;
    end if;

    insert into facts.fact (position, event_id, stream_id, stream_seq, header, ct, ct_hash, writer_tag)
    select guessed_size + u.ord - 1, u.event, u.stream, u.seq, u.header, u.ct, u.ct_hash, u.writer_tag
      from unnest(event_ids, stream_ids, stream_seqs, headers, cts, ct_hashes, writer_tags)
           with ordinality as u (event, stream, seq, header, ct, ct_hash, writer_tag, ord);

    if moment is not null then
        perform facts.put_beside(
            taken_kinds, taken_tags, taken_streams, given_kinds, given_tags,
            answer_actors, answer_keys, answer_requests, answers, answer_positions, answer_expiries, moment);
    end if;
    if ring then
        perform pg_notify('facts', '');
    end if;
    return true;
end
$$;

-- The same for the commonest unit by far: one fact, no claim; at most one precondition and one answer (null: none).
create function facts.append_one_as_guessed(
    guessed_size bigint, guessed_generation int, guessed_destructions bigint, node_ms bigint, allowed_skew_ms bigint,
    event uuid, stream uuid, seq bigint, header bytea, ct bytea, ct_hash bytea, writer_tag bytea,
    needed_stream uuid, needed_seq bigint,
    answer_actor uuid, answer_key bytea, answer_request bytea, answer bytea, answer_expiry timestamptz,
    ring boolean
) returns boolean
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    if answer_actor is not null then
        perform from facts.head for update;
        if exists (select
                     from lookups.idempotency i
                    where i.actor = answer_actor
                      and i.key_tag = answer_key
                      and i.expires_at > to_timestamp(node_ms / 1000.0)) then
            return false;
        end if;
    end if;

    with moved as (
        update facts.head h
           set size = guessed_size + 1
         where h.size = guessed_size
           and h.key_generation = guessed_generation
           and h.destructions = guessed_destructions
           and (allowed_skew_ms is null
                or abs(node_ms - extract(epoch from clock_timestamp()) * 1000) <= allowed_skew_ms)
           and seq = 1 + coalesce((select x.stream_seq
                                     from facts.fact x
                                    where x.stream_id = stream
                                    order by x.stream_seq desc
                                    limit 1), -1)
           and (needed_stream is null
                or needed_seq = coalesce((select x.stream_seq
                                            from facts.fact x
                                           where x.stream_id = needed_stream
                                           order by x.stream_seq desc
                                           limit 1), -1))
        returning 1)
    insert into facts.fact (position, event_id, stream_id, stream_seq, header, ct, ct_hash, writer_tag)
    select guessed_size, event, stream, seq, append_one_as_guessed.header, append_one_as_guessed.ct,
           append_one_as_guessed.ct_hash, append_one_as_guessed.writer_tag
      from moved;
    if not found then
        return false;
    end if;

    if answer_actor is not null then
        insert into lookups.idempotency as i (actor, key_tag, request_hash, answer, position, expires_at)
        values (answer_actor, answer_key, answer_request, append_one_as_guessed.answer, guessed_size, answer_expiry)
            on conflict (actor, key_tag) do update
           set request_hash = excluded.request_hash,
               answer       = excluded.answer,
               position     = excluded.position,
               expires_at   = excluded.expires_at;
    end if;
    if ring then
        perform pg_notify('facts', '');
    end if;
    return true;
end
$$;

-- The one ledger of a new record; answers the ledger there is when another node was first.
create function facts.open_ledger(new_ledger uuid, new_origin text, new_mode text, generation int)
    returns uuid
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    here     facts.head%rowtype;
    existing uuid;
begin
    select * into strict here from facts.head for update;
    select l.ledger_id into existing from facts.ledger l order by l.first_position desc limit 1;
    if existing is not null then
        return existing;
    end if;
    if here.size <> 0 then
        raise exception 'there are facts without a ledger' using errcode = 'data_corrupted';
    end if;
    insert into facts.ledger (ledger_id, first_position, origin, mode) values (new_ledger, 0, new_origin, new_mode);
    update facts.head set key_generation = generation;
    return new_ledger;
end
$$;

-- Kept answers are forgotten when their time is over.
create function facts.forget_answers(before timestamptz) returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    forgotten bigint;
begin
    delete from lookups.idempotency i where i.expires_at <= before;
    get diagnostics forgotten = row_count;
    return forgotten;
end
$$;

-- Where the reactions are, and what came of those that were refused or failed: by reference, never a copy of a fact.
create table lookups.reaction_token (
    one      boolean primary key default true check (one),
    position bigint not null
);

create table lookups.reaction_outcome (
    reaction    text        not null,
    position    bigint      not null,
    outcome     text        not null check (outcome in ('refused', 'parked')),
    cause       text        not null,
    recorded_at timestamptz not null,
    primary key (reaction, position)
);

revoke all on all functions in schema facts from public;
grant usage on schema facts, lookups to "${app_role}";
grant select on all tables in schema facts to "${app_role}";
grant select on lookups.claim, lookups.idempotency to "${app_role}";
grant select, insert, update, delete on lookups.reaction_token, lookups.reaction_outcome to "${app_role}";
grant execute on function facts.lock_and_check, facts.append, facts.append_as_guessed, facts.append_one_as_guessed,
    facts.open_ledger, facts.forget_answers to "${app_role}";
