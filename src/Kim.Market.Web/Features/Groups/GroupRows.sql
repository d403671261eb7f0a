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
    proposed_at timestamptz not null,
    changed_at  timestamptz not null -- when the status last changed
);

create index groups_by_seat on groups (seat text_pattern_ops, group_id);
create index groups_by_name on groups (name, group_id);
