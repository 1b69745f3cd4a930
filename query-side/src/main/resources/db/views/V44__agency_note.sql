-- The note without content to the agency: which message it is, how it stands and why, and since when.
alter table referral
    add column note        uuid,
    add column note_state  text,
    add column note_reason text,
    add column note_at     timestamptz;
create index referral_by_note on referral (note) where note is not null;
