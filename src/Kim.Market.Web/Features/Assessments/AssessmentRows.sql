-- One row per assessment of a KIM. Rebuilt from events; never edited by hand.
create table assessments (
    assessment_id  uuid        not null constraint assessments_pkey primary key,
    version        bigint      not null,
    group_id       uuid        not null,
    rubric_version integer     not null, -- none: the usual one
    class          smallint    not null, -- 0 the lowest
    label          text        not null, -- what the class was called
    total          numeric     not null,
    made_at        timestamptz not null,
    made           jsonb       not null -- as the domain has it
);

create index assessments_of_group on assessments (group_id, made_at desc, assessment_id desc);
