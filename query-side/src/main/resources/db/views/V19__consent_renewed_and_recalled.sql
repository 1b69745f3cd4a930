alter table consent
    add column renews  uuid,
    add column renewed boolean not null default false;

alter table referral
    add column recalled_at timestamptz,
    add column told_on     date,
    add column told_by     text;
create index referral_to_tell on referral (recalled_at, id) where recalled_at is not null and told_on is null;
