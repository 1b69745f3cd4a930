-- What was said of the codes that the programme offers; about nobody. What is not here the published pack says.
create table programme_code (
    list       text not null,
    code       text not null,
    offered    boolean not null,
    changed_at timestamptz not null,
    primary key (list, code)
);

-- The words for each code of the programme's own, by language, as they were said last.
create table programme_label (
    list     text not null,
    code     text not null,
    language text not null,
    words    text not null,
    primary key (list, code, language)
);
