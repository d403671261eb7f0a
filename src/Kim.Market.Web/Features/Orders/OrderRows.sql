-- One row per order: what lists of orders show. Names and numbers of buyers are in the vault. Rebuilt from events.
create table orders (
    order_id    uuid        not null constraint orders_pkey primary key,
    version     bigint      not null,
    number      text        not null constraint orders_number_key unique,
    checkout_id uuid        not null,
    buyer_id    uuid        not null,
    business_id uuid        not null,
    group_id    uuid        not null,
    village     text        not null,
    handover    smallint    not null,
    lines       jsonb       not null,
    goods       bigint      not null,
    fee         bigint      not null,
    total       bigint      not null,
    status      smallint    not null,
    reason      smallint,
    paid        boolean     not null, -- the seller stated that the money is there
    received    bigint,               -- what came in; with the code where it was transferred
    transfer    bigint      not null, -- what a transfer brings: the total, and the code where there is one
    code        bigint,
    code_account uuid,                -- stands for the account; what it is lies in the vault
    code_day    date,
    code_open   boolean     not null, -- somebody may transfer that amount at any moment
    paid_by_card boolean    not null, -- the card provider said so, not the seller
    owes_card   boolean     not null, -- a payment by card came late or with another amount, and was not sent back
    refund      smallint,             -- how far money is on its way back; null where none has to
    refund_how  text,
    tariff      text,                 -- the place whose price for delivery was paid; null where it is fetched, or one price holds for all
    helped      boolean     not null, -- somebody of the KIM answered or handed over for the seller
    quote       bigint, -- what the seller said delivery costs, where that had to be said
    quote_how   text,
    placed_at   timestamptz not null,
    answer_by   timestamptz not null,
    touched_at  timestamptz not null,
    due_at      timestamptz, -- when it moves on by itself, where it does
    complaint   smallint,    -- how far it is; null while nobody complained
    complaint_kind smallint,
    complaint_at timestamptz,
    escalated_at timestamptz, -- from then on KIM and office read it
    market_day  uuid,        -- where it is fetched together with others; null where it goes its own way
    market_date date,
    market_place text,
    market_from timestamptz,
    market_until timestamptz,
    market_cost bigint,      -- for all orders of this buyer together; the share of this one is its fee
    asked_share bigint,      -- rose when another seller was gone, and waits for the buyer's yes
    at_point    boolean     not null -- handed over by the KIM at the market
);

create index orders_by_seller on orders (business_id, status, placed_at desc, order_id desc);
create index orders_by_buyer on orders (buyer_id);
create index orders_by_checkout on orders (checkout_id);
create index orders_due on orders (due_at) where due_at is not null;
create index orders_refunds on orders (business_id, placed_at, order_id) where refund in (0, 2) or owes_card; -- owed, or missed by the buyer
create index orders_complained on orders (business_id, complaint_at) where complaint is not null;
create index orders_escalated on orders (group_id, complaint_at) where escalated_at is not null;
create unique index orders_transfer_once on orders (code_account, transfer, code_day) where code_open;
create index orders_codes on orders (code_account, transfer) where code is not null; -- what of an account is spoken for
create index orders_unanswered on orders (answer_by) where status in (0, 7, 8);
create index orders_by_market on orders (market_day, market_date, checkout_id) where market_day is not null;
