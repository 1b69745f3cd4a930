create table account (
    id               uuid primary key,
    person           uuid,
    invited_at       timestamptz not null,
    invited_position bigint not null,
    code_expires_at  timestamptz,
    password_at      timestamptz,
    locked           boolean not null default false,
    left_at          timestamptz,
    name             bytea not null
);
create unique index account_newest on account (invited_position desc);
create index account_of_person on account (person) where person is not null;

create table account_role (
    account  uuid not null,
    role     text not null,
    given_at timestamptz not null,
    primary key (account, role)
);

create table account_token (
    token      uuid primary key,
    account    uuid not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
);
create index account_token_of on account_token (account, issued_at desc);
