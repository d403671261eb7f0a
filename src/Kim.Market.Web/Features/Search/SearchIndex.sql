-- What can be found. An index, not a truth: written behind the events, rebuilt at will.

-- One row per product on the stalls, also on those that are closed and have said when they open again.
create table search_products (
    product_id uuid     not null constraint search_products_pkey primary key,
    section    text collate "C" not null,
    category   text collate "C" not null,
    freshness  bigint   not null, -- when it came to the stall, in milliseconds since 1970: of equals, the newest first; below 0 while its season is over, and far below while its stall is closed
    halal_until date,              -- the last day of its halal badge: infinity where it has none, null where there is no badge
    names      tsvector not null, -- the words of its name
    body       tsvector not null  -- every word: name, seller, KIM, place, category, description
);

create index search_products_by_name on search_products using gin (names) with (fastupdate = off);
create index search_products_by_word on search_products using gin (body) with (fastupdate = off);

create index search_products_newest on search_products (freshness desc, product_id desc);

-- One row per business, group, village and kecamatan.
create table search_places (
    kind  smallint not null, -- 1 business, 2 group, 3 village
    key   text     not null, -- the thing's id, or a village's code
    names tsvector not null,
    body  tsvector not null,
    constraint search_places_pkey primary key (kind, key)
);

create index search_places_by_word on search_places using gin (body) with (fastupdate = off);

-- Every word that would find something, in how many rows it stands: what a slip of the finger is compared with.
create table search_words (
    word text collate "C" not null constraint search_words_pkey primary key,
    uses integer          not null
);

create index search_words_by_likeness on search_words using gin (word public.gin_trgm_ops) with (fastupdate = off);
create index search_words_unused on search_words (word) where uses = 0;

-- How many products lie on each shelf.
create table shelf_counts (
    category text    not null constraint shelf_counts_pkey primary key,
    products integer not null
);
