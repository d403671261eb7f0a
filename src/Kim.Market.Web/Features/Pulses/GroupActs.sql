-- What each KIM did last: the three events its pulse rests on. Signing in is nothing it did.
create table group_acts (
    group_id uuid        not null,
    at       timestamptz not null,
    stream   uuid        not null,
    version  bigint      not null,
    kind     smallint    not null, -- 0 opened, 1 stall approved, 2 product shown, 3 order completed, 4 story written
    constraint group_acts_pkey primary key (group_id, stream, version)
);

create index group_acts_newest on group_acts (group_id, at desc);

-- What the counting itself must remember between two events.
create table act_shops (
    business_id uuid not null constraint act_shops_pkey primary key,
    group_id    uuid not null
);

create table act_goods (
    product_id  uuid not null constraint act_goods_pkey primary key,
    business_id uuid not null
);

create table act_orders (
    order_id uuid not null constraint act_orders_pkey primary key,
    group_id uuid not null
);

-- When a KIM counts as quiet or still, where its office has said so.
create table pulse_rules (
    office_id   uuid    not null constraint pulse_rules_pkey primary key,
    region      text    not null,
    quiet_after integer,
    still_after integer,
    min_members integer -- how many people make a KIM
);
