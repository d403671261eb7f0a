-- Who stands in which line: the key to the page of a place, kept as its hash. Name and number are in the vault, under the buyer.
create table app.queue_places (
    place_id   uuid  not null constraint queue_places_pkey primary key,
    harvest_id uuid  not null,
    buyer_id   uuid  not null,
    hash       bytea not null constraint queue_places_hash_key unique
);

create index queue_places_by_harvest on app.queue_places (harvest_id);
create index queue_places_by_buyer on app.queue_places (buyer_id);

-- One number stands once in a line. The mark is a keyed hash, as in vault.buyer_marks, and goes when they leave or are forgotten.
create table vault.queue_marks (
    harvest_id uuid  not null,
    mark       bytea not null,
    place_id   uuid  not null,
    constraint queue_marks_pkey primary key (harvest_id, mark)
);

create index queue_marks_by_place on vault.queue_marks (place_id);
