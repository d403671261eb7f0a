-- One row per certificate. Whether it is a badge today, its last day decides: ask for valid_until as well. Rebuilt from events.
create table certificates (
    certificate_id  uuid        not null constraint certificates_pkey primary key,
    version         bigint      not null,
    business_id     uuid        not null,
    kind            smallint    not null,
    number          text        not null,
    issuer          text        not null,
    valid_until     date,
    products        uuid[]      not null, -- what it covers; empty: everything
    status          smallint    not null, -- 0 stated, 1 verified, 2 refused, 3 revoked, 4 withdrawn
    note            text,                 -- why it was refused or revoked
    paper           uuid,
    office_id       uuid,
    decided_at      timestamptz,
    decided_version bigint,
    stated_at       timestamptz not null
);

create index certificates_by_business on certificates (business_id, kind, stated_at);
create index certificates_waiting on certificates (stated_at, certificate_id) where status = 0;
create index certificates_that_hold on certificates (kind, valid_until) where status = 1;
