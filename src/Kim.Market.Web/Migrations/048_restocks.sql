-- Somebody who wants to hear, once, that something is there again. Where they hear it is a row of app.subscriptions whose owner this is.
create table app.restock_waits (
    id         uuid        not null constraint restock_waits_pkey primary key, -- follows from the product and where they hear it
    product_id uuid        not null,
    asked_at   timestamptz not null
);

create index restock_waits_by_product on app.restock_waits (product_id);
create index restock_waits_by_age on app.restock_waits (asked_at);

-- Nobody has the same word twice on its way, also when it came back twice meanwhile.
create unique index deliveries_restock_once on app.deliveries (subscription_id) where kind = 15;
