-- One row per choice that an office has written. Rebuilt from events; never edited by hand.
create table selections (
    selection_id uuid          not null constraint selections_pkey primary key,
    version      bigint        not null,
    office_id    uuid          not null,
    region       text          not null, -- of the office: whose goods it chooses from
    status       smallint      not null, -- 0 draft, 1 open, 2 ended before its last day
    title        text          not null,
    criterion    text          not null,
    starts_on    date          not null,
    ends_on      date          not null, -- the last day
    closes_on    date          not null, -- the same, or the day on which it was ended
    opened_at    timestamptz,
    reason       text, -- why it was ended
    products     uuid[]        not null, -- in their order …
    notes        text[]        not null, -- … why each …
    dropped_at   timestamptz[] not null, -- … when it was taken out: infinity while it is in …
    reasons      text[]        not null  -- … and why
);

create index selections_of_region on selections (region text_pattern_ops, starts_on desc, selection_id desc);
create index selections_published on selections (closes_on desc, selection_id desc) where status > 0;
