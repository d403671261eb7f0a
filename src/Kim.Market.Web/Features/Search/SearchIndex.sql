-- One row per thing that can be found: products, businesses, groups, villages with their kecamatan. An index, not a truth.
create table search_entries (
    kind  smallint not null, -- 0 product, 1 business, 2 group, 3 village
    key   text     not null, -- the thing's id, or a village's code
    label text     not null, -- what a typo is compared with: names only
    body  tsvector not null, -- every word, names weighing most
    constraint search_entries_pkey primary key (kind, key)
);

create index search_entries_by_word on search_entries using gin (body) with (fastupdate = off);
create index search_entries_by_likeness on search_entries using gin (label public.gin_trgm_ops) with (fastupdate = off);
