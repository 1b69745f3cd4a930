-- By which day an agency is to answer what was sent to it; gone once it answered or that it did not was noted. Written by
-- reactions; holds no words.
create table answer_due (
    referral uuid primary key,
    due_by   date not null
);

create index answer_due_by_day on answer_due (due_by);

grant select, insert, update, delete on answer_due to "${app_role}";
