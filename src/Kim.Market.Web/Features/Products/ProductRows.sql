-- One row per product. Rebuilt from events; never edited by hand.
create table products (
    product_id   uuid        not null constraint products_pkey primary key,
    version      bigint      not null,
    business_id  uuid        not null,
    name         text        not null, -- as everybody reads it, with its option
    plain_name   text        not null,
    family_id    uuid, -- the product its options began with
    option       text        not null, -- which of them it is: 250 g, pedas; empty for what has none
    slug         text        not null constraint products_slug_key unique,
    section      text        not null, -- level one of the category
    category     text        not null,
    unit         text        not null,
    content      integer,
    measure      smallint,
    about        text        not null,
    price        bigint,
    prices       jsonb       not null, -- every price with its day: the price trail
    was          bigint, -- the price a running discount replaces
    discount_until timestamptz,
    photo        text,
    alt          text,
    photos       jsonb       not null, -- all of them, the first one first
    fixes        jsonb       not null, -- what the KIM asked to be mended
    submitted_at timestamptz, -- since when it waits for the KIM
    status       smallint    not null,
    published_at timestamptz,
    listed_at    timestamptz, -- its place in lists: when it was first seen, or long before that while its season is over
    terms        jsonb       not null, -- ready, made to order, seasonal, on request; from how many on; what its seller says of halal
    story        jsonb, -- who makes it, where, how
    returns_on   date, -- while its season is over: when the next one begins
    turns_on     date  -- when its season begins or is over
);

-- A seller's own list, newest first, and what waits for the seller's KIM, oldest first.
create index products_of_seller on products (business_id, product_id desc);
create index products_waiting on products (business_id, submitted_at, product_id) where status = 3;

-- Discounts whose time is up.
create index products_discounted on products (discount_until) where discount_until is not null;

-- The options of one thing.
create index products_of_family on products (family_id) where family_id is not null;

-- Seasons that turn.
create index products_turning on products (turns_on) where turns_on is not null;
