-- One row per potential of a village. What everybody reads is "shown"; "sheet" is what its KIM has now. Rebuilt from events.
create table potentials (
    potential_id uuid        not null constraint potentials_pkey primary key,
    version      bigint      not null,
    group_id     uuid        not null,
    village      text        not null,
    slug         text        not null constraint potentials_slug_key unique,
    status       smallint    not null, -- 0 waiting, 1 confirmed, 2 returned, 3 withdrawn
    title        text        not null, -- as its KIM has it now
    sheet        jsonb       not null,
    shown        jsonb,                -- null while nobody outside reads it
    shown_kind   smallint,
    shown_at     timestamptz,          -- when an officer last confirmed it
    note         text,                 -- why it was sent back or taken away
    proposed_at  timestamptz not null,
    changed_at   timestamptz not null  -- when anything last happened to it
);

create index potentials_of_village on potentials (village text_pattern_ops, shown_kind) where shown is not null;
create index potentials_by_group on potentials (group_id, proposed_at desc, potential_id desc);
create index potentials_waiting on potentials (changed_at, potential_id) where status = 0;
create index potentials_confirmed on potentials (changed_at, potential_id) where status = 1;
