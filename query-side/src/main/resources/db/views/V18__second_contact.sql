-- Whose wish a change was is told to nobody but the one whose wish it was.
alter table match add column participant_due date, add column volunteer_due date;

-- What the second contact is to arrange: what is overdue, and what was asked past the coordinator, and by which side.
create table second_contact (
    match           uuid primary key,
    participant     uuid not null,
    volunteer       uuid not null,
    overdue_due     date,
    participant_due date,
    volunteer_due   date
);
create index second_contact_due on second_contact (least(overdue_due, participant_due, volunteer_due), match);
