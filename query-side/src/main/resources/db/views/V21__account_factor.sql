-- Whether an account has a second factor, since when, and when its recovery codes were issued and used last; no secret.
alter table account
    add column factor           uuid,
    add column factor_at        timestamptz,
    add column recovery_at      timestamptz,
    add column recovery_used_at timestamptz;
