-- Somebody may also wait for what nobody sells yet: then there is no product, and what they wait for lies sealed in the vault under the wait.
alter table app.restock_waits
    alter column product_id drop not null,
    add column looked_at timestamptz; -- when it was last looked for

create index restock_waits_wished on app.restock_waits (looked_at nulls first) where product_id is null;
