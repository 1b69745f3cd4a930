-- Where on the record the last word to each question stands, so that the last of several can be told without a clock.
alter table consent add column said_position bigint;
create index consent_support_taken_back on consent (said_position, id) where purpose = 'SUPPORT' and state = 'WITHDRAWN';
