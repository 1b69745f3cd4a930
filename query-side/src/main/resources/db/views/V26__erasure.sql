-- Requests to be forgotten that wait for their answer; holds no words.
create table erasure_request (
    person    uuid primary key,
    side      text        not null,
    erasure   uuid        not null,
    asked_on  date        not null,
    answer_by date        not null,
    position  bigint      not null
);

create index erasure_request_by_day on erasure_request (answer_by, position);
