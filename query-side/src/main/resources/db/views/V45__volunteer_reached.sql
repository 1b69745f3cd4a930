-- How a volunteer is reached can be put right and taken out.
alter table volunteer alter column contact drop not null;
alter table volunteer_version
    add column contact         bytea,
    add column without_contact boolean not null default false;
update volunteer_version w set contact = v.contact from volunteer v where v.id = w.volunteer and w.reason is null;
