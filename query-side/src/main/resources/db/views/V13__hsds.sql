-- Published records as they were imported, for programs that speak HSDS 3.0: what is asked by, and the record itself as text.
-- No database is asked to understand the text: whatever stands in it, it holds up no view.
-- A record may stand for itself (own: the holder is its identifier here) and inside services; for itself it counts first.
create table hsds_record (
    published    text not null,
    kind         text not null,
    holder       uuid not null,
    own          boolean not null,
    organization uuid,
    parent       text,
    name         text not null,
    words        text not null,
    terms        text not null,
    taxonomies   text not null,
    modified     timestamptz not null,
    record       text not null,
    primary key (published, kind, holder)
);
create index hsds_record_by_name on hsds_record (kind, lower(name), published);
create index hsds_record_of_organization on hsds_record (organization) where organization is not null;
create index hsds_record_by_holder on hsds_record (holder);
