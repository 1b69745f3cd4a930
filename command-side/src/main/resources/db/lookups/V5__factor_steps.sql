-- Which step's code an account showed last, so that no code is taken twice. Holds a row for minutes only.
create table factor_step (
    account uuid primary key,
    step    bigint not null
);

create index factor_step_by_age on factor_step (step);

grant select, insert, update, delete on factor_step to "${app_role}";
