-- Where each case stands, and since when: what the worklist and the charts ask.
create table case_now (
    participant    uuid primary key,
    stage          text not null,
    stage_since    timestamptz not null,
    stage_position bigint not null,
    match          uuid,
    change_due     date,
    enquired       date not null,
    enrolled       date
);
create index case_now_waiting on case_now (stage, stage_position);
create index case_now_change_due on case_now (change_due, participant) where change_due is not null;

create table case_count (
    stage text primary key,
    cases bigint not null
);

create table case_month (
    month      date primary key,
    enquiries  bigint not null default 0,
    enrolments bigint not null default 0
);

-- The counters always equal a count over case_now, without ever counting.
create function case_counted() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into case_count values (new.stage, 1)
            on conflict (stage) do update set cases = case_count.cases + 1;
        insert into case_month (month, enquiries) values (new.enquired, 1)
            on conflict (month) do update set enquiries = case_month.enquiries + 1;
    elsif old.stage <> new.stage then
        update case_count set cases = cases - 1 where stage = old.stage;
        insert into case_count values (new.stage, 1)
            on conflict (stage) do update set cases = case_count.cases + 1;
    end if;
    if new.enrolled is not null and (tg_op = 'INSERT' or old.enrolled is null) then
        insert into case_month (month, enrolments) values (new.enrolled, 1)
            on conflict (month) do update set enrolments = case_month.enrolments + 1;
    end if;
    return null;
end
$$;
create trigger case_counted after insert or update on case_now
    for each row execute function case_counted();

-- Everything that happened, one line each, as codes from which a plain sentence is made.
create table chronicle (
    position    bigint primary key,
    at          timestamptz not null,
    kind        text not null,
    actor       uuid,
    roles       text,
    participant uuid,
    volunteer   uuid,
    about       uuid,
    code        text,
    side        text,
    day         date,
    purpose     text,
    look        boolean not null default false
);
create index chronicle_of_participant on chronicle (participant, position desc) where participant is not null;
-- The story of a case is told without those who looked at it.
create index chronicle_story on chronicle (participant, position desc) where participant is not null and not look;
create index chronicle_of_volunteer on chronicle (volunteer, position desc) where volunteer is not null;
create index chronicle_about on chronicle (about, position desc) where about is not null;
create index chronicle_by_actor on chronicle (actor, position desc);
create index chronicle_of_kind on chronicle (kind, position desc);
create index chronicle_for_purpose on chronicle (purpose, position desc) where purpose is not null;
create index chronicle_at on chronicle (at, position desc);
