-- One row per village of which an office has something on record. Rebuilt from events; never edited by hand.
create table village_records (
    record_id uuid     not null constraint village_records_pkey primary key,
    version   bigint   not null,
    village   text     not null constraint village_records_village_key unique,
    status    smallint,          -- of the newest year: 0 far behind, 1 behind, 2 growing, 3 advanced, 4 independent
    class     smallint,          -- of the newest year: 0 pioneering, 1 growing, 2 advanced, 3 independent
    indices   jsonb    not null, -- [{"Status", "Score", "Year", "Source"}], the newest year first
    classes   jsonb    not null  -- [{"Class", "Year", "Source"}], the newest year first
);

create index village_records_of_region on village_records (village text_pattern_ops);
