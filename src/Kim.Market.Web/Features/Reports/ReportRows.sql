-- One row per report that an office issued: what it said, and the code by which it can be asked for. Rebuilt from events.
create table reports (
    report_id uuid        not null constraint reports_pkey primary key,
    version   bigint      not null,
    code      text        not null constraint reports_code_key unique,
    office_id uuid        not null,
    until_day date        not null,
    issued_at timestamptz not null,
    report    jsonb       not null -- as in the event
);

create index reports_of_office on reports (office_id, issued_at desc);
