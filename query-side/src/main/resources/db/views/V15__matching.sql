-- When in the week people have time, as codes; empty: not said.
alter table volunteer add column times text not null default '';
alter table participant add column times text not null default '';
