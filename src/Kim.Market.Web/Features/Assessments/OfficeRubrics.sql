-- By what each office assesses the KIM of its region, as it is now. Rebuilt from events; never edited by hand.
create table office_rubrics (
    office_id uuid    not null constraint office_rubrics_pkey primary key,
    version   bigint  not null,
    region    text    not null,
    number    integer not null, -- of the rubric: one more each time it is set; none: never
    terms     jsonb,            -- as the domain has it; null: the office above decides, or the usual one
    is_public boolean           -- whether everybody reads in which class a KIM is
);

create index office_rubrics_of_region on office_rubrics (region) where terms is not null;
