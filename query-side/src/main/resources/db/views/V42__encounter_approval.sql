-- How a version stands: ENTERED holds or held, PROPOSED waits, APPROVED held from the day of the decision, SENT_BACK and REPLACED never held.
alter table encounter_version
    add column standing       text not null default 'ENTERED',
    add column entered_as     uuid,
    add column decided_at     timestamptz,
    add column decided_reason text;

alter table encounter
    add column proposed_at       timestamptz,
    add column proposed_position bigint,
    add column proposed_reason   text,
    add column last_reason       text,
    add column held_corrected_at timestamptz;
create index encounter_entered_of_participant on encounter (participant, entered_position desc);
create index encounter_entered_of_match on encounter (match, entered_position desc);
create index encounter_proposed on encounter (proposed_position) where proposed_position is not null;
