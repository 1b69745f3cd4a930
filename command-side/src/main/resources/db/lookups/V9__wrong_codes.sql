-- How many codes of an app did not fit an account lately, so that six digits are not guessed in patience. Holds a row for a day.
create table wrong_code (
    account  uuid        primary key,
    sequence bigint      not null,
    codes    int         not null,
    since    timestamptz not null
);

create index wrong_code_by_age on wrong_code (since);

grant select, insert, update, delete on wrong_code to "${app_role}";
