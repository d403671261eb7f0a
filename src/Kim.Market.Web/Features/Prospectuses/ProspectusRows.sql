-- One row per prospectus that was issued: what it said, and the code by which it can be asked for. Rebuilt from events.
create table prospectuses (
    prospectus_id uuid        not null constraint prospectuses_pkey primary key,
    version       bigint      not null,
    code          text        not null constraint prospectuses_code_key unique,
    village       text        not null,
    fingerprint   text        not null,
    claims        jsonb       not null, -- as in the event
    issued_at     timestamptz not null,
    constraint prospectuses_content_key unique (village, fingerprint)
);
