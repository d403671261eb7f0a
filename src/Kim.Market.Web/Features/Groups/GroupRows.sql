-- One row per KIM. Rebuilt from events; never edited by hand.
create table groups (
    group_id    uuid        not null constraint groups_pkey primary key,
    version     bigint      not null,
    name        text        not null,
    slug        text        not null constraint groups_slug_key unique,
    seat        text        not null,
    basis       smallint    not null,
    themes      text[]      not null,
    about       text        not null,
    status      smallint    not null,
    reason      smallint,
    note        text, -- what an officer wrote when the status last changed
    pulse       smallint,
    national_id text,
    area        text[], -- villages it works in beside its seat; a kecamatan stands for all of its own
    founded_on  date,
    founded_in  integer, -- the year, also where the day is not known
    term_from   date,
    term_until  date,
    women       integer,
    men         integer,
    sections    smallint[],
    has_statutes boolean,
    storefront  jsonb       not null, -- how it shows itself
    colour      text, -- of the storefront, for whatever else is drawn in it
    featured    uuid[]      not null,
    cover       text,
    cover_alt   text,
    announcement text,
    announced_until timestamptz,
    proposed_at timestamptz not null,
    changed_at  timestamptz not null -- when the status last changed
);

create index groups_by_seat on groups (seat text_pattern_ops, group_id);
create index groups_by_area on groups using gin (area);
create index groups_by_name on groups (name, group_id);
