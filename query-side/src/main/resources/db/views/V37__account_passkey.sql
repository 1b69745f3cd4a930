-- The passkeys of an account and since when it has them; no key.
create table account_passkey (
    passkey  uuid primary key,
    account  uuid not null,
    added_at timestamptz not null
);
create index account_passkey_of on account_passkey (account);
