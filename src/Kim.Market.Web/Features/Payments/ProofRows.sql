-- One row per picture with which a buyer shows that an order is paid: its fingerprints, to find one that was used before. Rebuilt from events.
create table payment_proofs (
    proof_id uuid        not null constraint payment_proofs_pkey primary key,
    order_id uuid        not null,
    file     text        not null, -- of what was sent
    pixels   text        not null, -- of what it shows
    given_at timestamptz not null
);

create index payment_proofs_by_order on payment_proofs (order_id);
create index payment_proofs_by_file on payment_proofs (file);
create index payment_proofs_by_pixels on payment_proofs (pixels);
