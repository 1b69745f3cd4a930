alter table consent
    add column talked_language text,
    add column interpreting    text,
    add column understood_at   timestamptz,
    add column reading_scale   text,
    add column reading_level   text;
