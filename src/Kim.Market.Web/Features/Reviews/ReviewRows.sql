-- One row per review: what pages of goods and stalls show, and what they count. Rebuilt from events.
create table reviews (
    review_id   uuid        not null constraint reviews_pkey primary key,
    version     bigint      not null,
    order_id    uuid        not null,
    product_id  uuid        not null,
    business_id uuid        not null,
    group_id    uuid        not null,
    district    text,              -- where it was brought, where the order knows it
    stars       smallint    not null,
    body        text        not null,
    answer      text,
    hidden      smallint,          -- why the KIM hides it; its stars stay counted
    hidden_note text,
    given_at    timestamptz not null,
    changed_at  timestamptz
);

create index reviews_of_product on reviews (product_id, given_at desc, review_id desc) include (stars);
create index reviews_of_business on reviews (business_id, given_at desc, review_id desc) include (stars);
create index reviews_of_group on reviews (group_id, given_at desc, review_id desc);
create index reviews_of_order on reviews (order_id);
