-- The public result, and in the same transaction the rows it is made of: a figure and its evidence cannot part.
create table result_rows (
    metric      smallint    not null, -- 1 active KIM, 2 active UMKM, 3 completed order
    subject     uuid        not null,
    at          timestamptz not null,
    month       date        not null, -- its first day; months begin at midnight in WITA
    amount      bigint      not null, -- rupiah; 0 where the metric only counts
    business_id uuid,
    group_id    uuid        not null,
    village     text        not null,
    stream      uuid        not null, -- the event that made this row …
    version     bigint      not null, -- … is this one of that stream
    constraint result_rows_pkey primary key (metric, subject)
);

create index result_rows_of_place on result_rows (metric, village text_pattern_ops) include (amount);
create index result_rows_newest on result_rows (metric, at desc, subject desc);

create table result_totals (
    metric smallint not null, -- as above, and without rows: 4 placed order, 5 order that nobody answered
    month  date     not null,
    rows   bigint   not null,
    amount bigint   not null,
    constraint result_totals_pkey primary key (metric, month)
);

-- What the counting itself must remember between two events.
create table result_orders (
    order_id    uuid   not null constraint result_orders_pkey primary key,
    business_id uuid   not null,
    group_id    uuid   not null,
    village     text   not null,
    goods       bigint not null, -- what counts once it is completed: the goods, without delivery
    answered    boolean not null default false -- the seller said what delivery costs
);

create table result_groups (
    group_id uuid not null constraint result_groups_pkey primary key,
    seat     text not null,
    awake    boolean not null default false -- active, whatever suspends it
);

create table result_shops (
    business_id uuid    not null constraint result_shops_pkey primary key,
    group_id    uuid    not null,
    village     text    not null,
    open        boolean not null default false,
    products    integer not null default 0 -- on the stall now
);

create table result_products (
    product_id  uuid not null constraint result_products_pkey primary key,
    business_id uuid not null
);
