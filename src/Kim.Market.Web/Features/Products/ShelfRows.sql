-- One row per product that lies on a stall, with the names that stand on its card. Made of products, businesses, groups and regions in
-- the commit that changes one of them; never edited by hand.
create table shelf (
    product_id    uuid        not null constraint shelf_pkey primary key,
    business_id   uuid        not null,
    group_id      uuid        not null,
    village       text        not null,
    section       text        not null,
    category      text        not null,
    is_open       boolean     not null, -- its stall is open
    is_listed     boolean     not null, -- it is, or has said when it opens again
    listed_at     timestamptz not null, -- its place in lists; what lies in a stall that is closed stands centuries back, behind all the rest
    slug          text        not null,
    name          text        not null,
    price         bigint      not null,
    was           bigint,
    unit          text        not null,
    content       integer,
    measure       smallint,
    photo         text,
    alt           text,
    returns_on    date, -- when it, or its stall, can be had again
    business      text        not null,
    business_slug text        not null,
    place         text        not null
);

create index shelf_newest on shelf (listed_at desc, product_id desc) where is_listed;
create index shelf_by_section on shelf (section, listed_at desc, product_id desc) where is_listed;
create index shelf_by_category on shelf (category, listed_at desc, product_id desc) where is_listed;
create index shelf_by_group on shelf (group_id, listed_at desc, product_id desc);
create index shelf_by_business on shelf (business_id, listed_at desc, product_id desc);
