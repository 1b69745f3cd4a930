-- How often each passkey says that it was shown, so that a copy of it is noticed. No moment: it is no history of signing in.
create table passkey_counter (
    passkey   uuid    primary key,
    account   uuid    not null,
    counter   bigint  not null,
    went_back boolean not null default false
);

create index passkey_counter_of on passkey_counter (account);

grant select, insert, update, delete on passkey_counter to "${app_role}";
