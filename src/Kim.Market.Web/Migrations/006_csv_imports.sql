-- Lists of goods that were sent in and looked at, but not taken over yet. Swept after two days.
create table app.csv_imports (
    id          uuid        not null constraint csv_imports_pkey primary key,
    business_id uuid        not null,
    member_id   uuid        not null,
    content     text        not null,
    created_at  timestamptz not null default now()
);

create index csv_imports_by_age on app.csv_imports (created_at);
