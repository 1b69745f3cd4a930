-- Whether somebody came without a yes: of what holds, and of a correction that waits; shown while either says so.
alter table encounter
    add column unagreed_held boolean not null default false,
    add column unagreed_said boolean;
update encounter set unagreed_held = unagreed;
