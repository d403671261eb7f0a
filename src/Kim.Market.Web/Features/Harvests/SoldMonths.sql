-- How many of each product were sold in which month: lines of completed orders, in the month of their completion (WITA). Rebuilt from events.
create table sold_months (
    product_id uuid   not null,
    month      date   not null, -- its first day
    quantity   bigint not null,
    constraint sold_months_pkey primary key (product_id, month)
);
