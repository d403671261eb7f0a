-- What either side writes and shows in a complaint, each sealed with the key of the order's buyer: with the buyer it is forgotten.
create table vault.evidence (
    id       uuid        not null constraint evidence_pkey primary key,
    order_id uuid        not null,
    buyer_id uuid        not null,
    type     text        not null, -- text/plain, or that of a picture
    sealed   bytea       not null,
    kept_at  timestamptz not null default now()
);

alter table vault.evidence alter column sealed set storage external; -- sealed bytes do not compress
create index evidence_by_buyer on vault.evidence (buyer_id);
create index evidence_by_order on vault.evidence (order_id);
