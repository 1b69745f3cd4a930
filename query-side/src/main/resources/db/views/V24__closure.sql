-- Who wished to be asked, once after the end of support, how they are; the row goes when the wish does.
create table follow_up (
    participant uuid primary key,
    asked_from  date not null,
    channel     text not null
);
create index follow_up_due on follow_up (asked_from, participant);
