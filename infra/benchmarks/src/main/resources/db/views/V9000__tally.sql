-- The one view of the benchmark, beside the product's own.
create table tally_view (tally uuid primary key, person uuid not null, marks int not null);
