-- One row per product: what can still be ordered. The check is what two buyers of the last piece run into.
create table stock_levels (
    product_id uuid    not null constraint stock_levels_pkey primary key,
    on_hand    integer not null,
    reserved   integer not null,
    tended_at  timestamptz not null, -- when its seller last wrote into the ledger
    constraint stock_levels_available_check check (reserved >= 0 and on_hand >= reserved)
) with (fillfactor = 70);
