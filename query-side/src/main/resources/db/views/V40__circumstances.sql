-- Which other languages somebody speaks, who they are and what they need to take part; the last two as they are sealed.
alter table participant
    add column languages text not null default '',
    add column classes   bytea,
    add column access    bytea;

-- Each time one of them was said; of which a version is.
alter table intake_version
    add column part      text not null default 'INTAKE',
    add column languages text,
    add column classes   bytea,
    add column access    bytea;
