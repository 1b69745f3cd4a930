-- The two roles and the database of a production installation. Run once by the database's administrator:
--
--   psql -v owner_password="'...'" -v application_password="'...'" -f roles.sql postgres
--
-- The owner migrates and is used for seconds at each start. The application runs: it may read the record and append to
-- it through two functions, and owns nothing but the views, which it can drop and refill. Neither is a superuser.

create role troth_owner login password :owner_password nosuperuser nocreatedb nocreaterole;
create role troth_app login password :application_password nosuperuser nocreatedb nocreaterole;

-- So that the owner can make schemas that belong to the application; never the other way round.
grant troth_app to troth_owner;

create database troth owner troth_owner encoding 'UTF8' template template0;
revoke all on database troth from public;
grant connect on database troth to troth_app;
