-- On which day young people come of age; gone once that was noted. Written by reactions; holds no words.
create table of_age_due (
    participant uuid primary key,
    of_age_on   date not null
);

create index of_age_due_by_day on of_age_due (of_age_on);

grant select, insert, update, delete on of_age_due to "${app_role}";
