-- Whether the same was asked of this record once more since: what the worklist looks through is what was not.
alter table consent add column asked_anew boolean not null default false;
update consent c set asked_anew = true
 where exists (select from consent n where n.participant = c.participant and n.purpose = c.purpose
                  and n.recipient is not distinct from c.recipient and n.asked_position > c.asked_position);

-- In words for people who are not of age, or for those who are, each still the last question.
create index consent_young_last on consent (participant)
 where text_name like '%-young' and state in ('ASKED', 'GIVEN') and not asked_anew;
create index consent_adult_last on consent (participant, answered_at)
 where text_name not like '%-young' and state in ('ASKED', 'GIVEN') and not asked_anew;

-- What was taken down of a volunteer, as it was first and each time it was put right; what is absent stayed as it was.
create table volunteer_version (
    volunteer  uuid not null,
    position   bigint not null,
    written_at timestamptz not null,
    reason     text,
    name       bytea,
    languages  text,
    primary key (volunteer, position)
);
insert into volunteer_version (volunteer, position, written_at, name, languages)
select id, registered_position, registered_at, name, languages from volunteer;
