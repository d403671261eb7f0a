-- The keys to the pages of KIM that have applied. Only their hashes are here: who reads this table can open no page.
create table app.group_applications (
    hash       bytea       not null constraint group_applications_pkey primary key,
    group_id   uuid        not null,
    created_at timestamptz not null default now()
);

-- Places are picked by what people call them, slips of the finger included.
create index regions_by_likeness on app.regions using gin (lower(name) public.gin_trgm_ops) where length(code) >= 8;
