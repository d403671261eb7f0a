-- The keys to a business's account with a card provider: who holds them may send money back, so they are sealed with a key of their own in vault.keys.
create table vault.cards (
    business_id uuid  not null constraint cards_pkey primary key,
    account     uuid  not null, -- as the business's events call it
    member_id   uuid  not null, -- who named it: it counts while they own the business
    sealed      bytea not null
);
