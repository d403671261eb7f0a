-- The payment code (QRIS) of a business: it may hold a person's name, so it is sealed with a key of its own in vault.keys.
create table vault.qris (
    business_id uuid  not null constraint qris_pkey primary key,
    code        uuid  not null, -- as the business's events call it
    member_id   uuid  not null, -- who put it up: it counts while they own the business
    sealed      bytea not null
);
