-- By which day a change is to be arranged, and whether it was noted that it was not. Written by reactions; holds no words.
create table change_due (
    match  uuid primary key,
    due_by date    not null,
    noted  boolean not null default false
);

create index change_due_by_day on change_due (due_by) where not noted;

grant select, insert, update, delete on change_due to "${app_role}";
