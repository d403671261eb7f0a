-- Who holds the key to which enquiry, kept as its hash. Name and number are in the vault, under the buyer.
create table app.enquiry_keys (
    enquiry_id uuid  not null constraint enquiry_keys_pkey primary key,
    buyer_id   uuid  not null,
    hash       bytea not null constraint enquiry_keys_hash_key unique
);

-- What was said in an enquiry, by either side: sealed with the asker's key, gone with it.
create table vault.enquiry_words (
    id         uuid  not null constraint enquiry_words_pkey primary key,
    enquiry_id uuid  not null,
    buyer_id   uuid  not null,
    sealed     bytea not null
);

create index enquiry_words_by_enquiry on vault.enquiry_words (enquiry_id);
create index enquiry_words_by_buyer on vault.enquiry_words (buyer_id);
