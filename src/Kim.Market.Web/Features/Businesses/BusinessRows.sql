-- One row per UMKM. Rebuilt from events; never edited by hand.
create table businesses (
    business_id   uuid        not null constraint businesses_pkey primary key,
    version       bigint      not null,
    group_id      uuid        not null,
    name          text        not null,
    slug          text        not null constraint businesses_slug_key unique,
    kind          smallint    not null,
    village       text        not null,
    about         text        not null,
    status        smallint    not null,
    trusted       boolean     not null, -- shows goods without the KIM looking at each one first
    note          text, -- what its KIM asked to be mended before it approves
    helpers       integer     not null, -- in how many roles people of its KIM sell for it
    returns_on    date, -- while it is closed: the day it means to open again
    pickup_place  text,
    pickup_hours  text,
    delivery_fee  bigint,
    delivery_area text,
    rates         jsonb       not null, -- what delivery costs in single regions
    ships         boolean, -- takes orders for places without a price; null while it has not said
    ships_how     text, -- by what such goods travel
    codes         boolean     not null, -- a bank account is named, and transfers to it bear a unique code
    registered_at timestamptz not null,
    suspension    jsonb, -- the last time it was taken out of sight, and what was said about it
    appealed_at   timestamptz -- when its owner objected, while that waits for an answer
);

create index businesses_by_group on businesses (group_id, name, business_id);
create index businesses_suspended on businesses (village text_pattern_ops) where status = 3;
create index businesses_by_village on businesses (village text_pattern_ops, name, business_id);
