-- When the proof of a KIM's own name is looked for next, and what was found the last time.
create table app.domain_checks (
    domain_id uuid        not null constraint domain_checks_pkey primary key,
    next_at   timestamptz not null,
    looked_at timestamptz,
    record    boolean     not null default false, -- the record in the DNS was there
    reached   boolean     not null default false  -- the file was: before it is proven, at its old place; since then, here
);

create index domain_checks_due on app.domain_checks (next_at);
