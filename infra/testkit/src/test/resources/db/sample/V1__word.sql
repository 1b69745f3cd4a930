create table word (
    word text not null
);

insert into word values ('granted');

grant usage on schema sample to ${app_role};
grant select on word to ${app_role};
