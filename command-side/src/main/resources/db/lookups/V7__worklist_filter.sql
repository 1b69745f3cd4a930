-- Which parts of the worklist an account likes to look at: codes alone, and no fact. Holds a row for a year after it was kept last.
create table worklist_filter (
    id         uuid primary key default gen_random_uuid(),
    account    uuid not null,
    kinds      text not null,
    matter     text not null,
    language   text not null,
    due_within int not null,
    first_kept timestamptz not null default now(),
    kept_at    timestamptz not null default now(),
    unique (account, kinds, matter, language, due_within)
);

create index worklist_filter_by_age on worklist_filter (kept_at);

grant select, insert, update, delete on worklist_filter to "${app_role}";
