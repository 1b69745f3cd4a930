-- Whether an account has a second factor, since when, and when its recovery codes were issued and used last; no secret.
-- Also when it was reset last, and by which account.
alter table account
    add column factor           uuid,
    add column factor_at        timestamptz,
    add column recovery_at      timestamptz,
    add column recovery_used_at timestamptz,
    add column reset_at         timestamptz,
    add column reset_by         uuid;
