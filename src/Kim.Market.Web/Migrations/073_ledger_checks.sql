-- What the ledger's own check last found, and whether somebody has asked for it to be made anew. One row.
create table app.ledger_checks (
    only_one   boolean     not null default true constraint ledger_checks_pkey primary key constraint ledger_checks_only_one check (only_one),
    checked_at timestamptz,
    events     bigint      not null default 0, -- up to which event the ledger stood
    entries    bigint      not null default 0,
    troubles   text[]      not null default '{}', -- rows that are not what the events say
    asked_at   timestamptz, -- to make it anew; null while nobody does
    asked_by   uuid,
    done       bigint      not null default 0,
    total      bigint      not null default 0
);

insert into app.ledger_checks default values;
