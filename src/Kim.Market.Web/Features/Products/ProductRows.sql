-- One row per product. Rebuilt from events; never edited by hand.
create table products (
    product_id   uuid        not null constraint products_pkey primary key,
    version      bigint      not null,
    business_id  uuid        not null,
    name         text        not null,
    slug         text        not null constraint products_slug_key unique,
    section      text        not null, -- level one of the category
    category     text        not null,
    unit         text        not null,
    content      integer,
    measure      smallint,
    about        text        not null,
    price        bigint,
    prices       jsonb       not null, -- every price with its day: the price trail
    photo        text,
    alt          text,
    status       smallint    not null,
    published_at timestamptz
);

-- Lists show what may be seen, newest first.
create index products_newest on products (published_at desc, product_id desc) where status = 1;
create index products_by_section on products (section, published_at desc, product_id desc) where status = 1;
create index products_by_category on products (category, published_at desc, product_id desc) where status = 1;
create index products_by_business on products (business_id, published_at desc, product_id desc);
