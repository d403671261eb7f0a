-- Who helps a seller says so in every event, also in those that come later.
alter table app.photo_jobs add column on_behalf_of uuid;

-- Codes with which a stall that a KIM wrote down for somebody becomes theirs: one at a time, kept as a slow hash.
create table app.transfer_codes (
    business_id uuid        not null constraint transfer_codes_pkey primary key,
    hash        bytea       not null,
    expires_at  timestamptz not null,
    tries       integer     not null default 0,
    used_at     timestamptz
);
