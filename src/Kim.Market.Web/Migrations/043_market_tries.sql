-- How often somebody of a KIM typed a wrong PIN of a buyer at a market day; the PIN itself is kept nowhere.
create table app.market_tries (
    checkout_id uuid    not null,
    market_day  uuid    not null,
    market_date date    not null,
    tries       integer not null,
    constraint market_tries_pkey primary key (checkout_id, market_day, market_date)
);
