-- What was weighed with somebody, and how they wait.
create table participant_triage (
    participant   uuid primary key,
    outcome       text,
    reason        text,
    other_support text,
    imbalance     text,
    assessed_at   timestamptz,
    urgency       text,
    next_step     text,
    waiting_since timestamptz
);

-- The waiting list: the most urgent first (0), and then who asked for help first.
alter table case_now add column urgency smallint;
alter table case_now add column asked_position bigint;
create index case_now_list on case_now (urgency, asked_position)
    where urgency is not null and stage in ('INTAKE', 'ENROLLED', 'REQUESTED', 'PROPOSED');

-- How long each waited, from asking for help to the beginning of their first match.
create table case_wait (
    participant uuid primary key,
    matter      text not null,
    asked       timestamptz not null,
    started     timestamptz
);

create table waited (
    matter text primary key,
    people bigint not null,
    days   bigint not null
);

-- The sums always equal those over case_wait, without ever adding up.
create function case_waited() returns trigger language plpgsql as $$
begin
    if new.started is not null and old.started is null then
        insert into waited values (new.matter, 1, extract(epoch from new.started - new.asked)::bigint / 86400)
            on conflict (matter) do update set people = waited.people + 1, days = waited.days + excluded.days;
    end if;
    return null;
end
$$;
create trigger case_waited after update on case_wait
    for each row execute function case_waited();
