-- Which messages are to be decided on, and when. Written by reactions and by whoever sends; holds no words and nobody.
create table outbox (
    message    uuid primary key,
    due_at     timestamptz not null default now(),
    held_until timestamptz
);

create index outbox_by_due on outbox (due_at, message);

grant select, insert, update, delete on outbox to "${app_role}";
