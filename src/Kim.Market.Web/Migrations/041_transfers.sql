-- The bank account of a business: it holds a person's name and number, so it is sealed with a key of its own in vault.keys.
create table vault.accounts (
    business_id uuid  not null constraint accounts_pkey primary key,
    account     uuid  not null, -- as the business's events call it
    member_id   uuid  not null, -- who named it: it counts while they own the business
    sealed      bytea not null
);

-- Pictures with which buyers show that they have paid, each sealed with the key of its buyer: with the buyer it is forgotten.
create table vault.proofs (
    id       uuid        not null constraint proofs_pkey primary key,
    order_id uuid        not null,
    buyer_id uuid        not null,
    type     text        not null,
    sealed   bytea       not null,
    kept_at  timestamptz not null default now()
);

alter table vault.proofs alter column sealed set storage external; -- sealed bytes do not compress
create index proofs_by_buyer on vault.proofs (buyer_id);
