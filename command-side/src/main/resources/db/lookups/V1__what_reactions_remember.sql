-- Which consents have a last day that somebody must see pass. Written by reactions, in order of position; holds no words.
create table consent_due (
    consent  uuid primary key,
    last_day date    not null,
    given    boolean not null
);

create index consent_due_by_day on consent_due (last_day) where given;

-- Which consents to pass something on were asked of whom, for whom: to offer them where a referral is sent.
create table sharing_consent (
    consent     uuid primary key,
    participant uuid   not null,
    agency      uuid   not null,
    classes     text[] not null,
    asked       bigint generated always as identity
);

create index sharing_consent_by_participant on sharing_consent (participant, agency);

-- Which referrals rest on which consent: all of them are called back when it is withdrawn.
create table referral_resting (
    consent  uuid not null,
    referral uuid not null,
    primary key (consent, referral)
);

grant usage on schema lookups to "${app_role}";
grant select, insert, update, delete on consent_due, sharing_consent, referral_resting to "${app_role}";
