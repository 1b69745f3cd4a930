alter table referral
    add column task               text    not null default 'draft',
    add column moved_at           timestamptz,
    add column started_at         timestamptz,
    add column why_not            text,
    add column answered_by_agency boolean not null default false,
    add column opening_until      timestamptz,
    add column opened_at          timestamptz,
    add column unanswered_since   date;

-- What was recorded before, as far as these columns can tell; filling the views anew tells it exactly.
update referral
   set task = case when sent_at is null and closed_at is not null then 'cancelled'
                   when sent_at is null then 'draft'
                   when outcome = 'NO_OUTCOME_KNOWN' and state <> 'NOT_ACCEPTED' then 'failed'
                   when outcome is not null and state <> 'NOT_ACCEPTED' then 'completed'
                   when recalled_at is not null or closed_at is not null then 'cancelled'
                   when state = 'NOT_ACCEPTED' then 'rejected'
                   when state = 'ACCEPTED' then 'accepted'
                   else 'requested' end,
       moved_at = greatest(offered_at, sent_at, answered_at, closed_at, recalled_at);
alter table referral alter column moved_at set not null;

-- Of what was judged not right there is neither a service nor an agency.
alter table referral alter column service drop not null;
alter table referral alter column agency drop not null;

create index look_on_consent on look (subject, position desc) where ground = 'CONSENT';
