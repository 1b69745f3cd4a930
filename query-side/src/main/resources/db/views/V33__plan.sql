-- Each joint plan. What it says and to whom it is shown now its own stream is asked; these rows find it and keep what was.
create table plan (
    id              uuid primary key,
    participant     uuid not null,
    state           text not null,
    opened_at       timestamptz not null,
    opened_position bigint not null,
    closed_at       timestamptz
);
create index plan_of_participant on plan (participant, opened_position desc);

-- Each section; its words, and those of its steps, are under the section's own key.
create table plan_section (
    id             uuid primary key,
    plan           uuid not null,
    participant    uuid not null,
    discipline     text not null,
    match          uuid,
    shown_in       uuid,
    goals          integer not null,
    begun_position bigint not null
);
create index plan_section_of on plan_section (plan, begun_position);
create index plan_section_of_participant on plan_section (participant, begun_position);

-- Every wording of a section, the one that holds and the earlier ones.
create table plan_wording (
    position   bigint primary key,
    section    uuid not null,
    words      bytea not null,
    written_by text not null,
    written_at timestamptz not null
);
create index plan_wording_of on plan_wording (section, position desc);

-- Each step with what was said of it last.
create table plan_step (
    id             uuid primary key,
    section        uuid not null,
    words          bytea not null,
    doer           text not null,
    due            date,
    state          text not null,
    added_position bigint not null,
    added_at       timestamptz not null,
    said_at        timestamptz
);
create index plan_step_of on plan_step (section, added_position);
