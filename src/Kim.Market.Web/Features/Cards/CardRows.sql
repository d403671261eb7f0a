-- One row per card payment that was opened and of which nothing was heard since. Rebuilt from events.
create table card_payments (
    session    text        not null constraint card_payments_pkey primary key,
    order_id   uuid        not null,
    expires_at timestamptz not null
);

create index card_payments_by_expiry on card_payments (expires_at);
