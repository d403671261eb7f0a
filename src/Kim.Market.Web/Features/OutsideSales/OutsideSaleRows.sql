-- What businesses state of sales elsewhere: one row for each month and way. Rebuilt from events.
create table outside_sales (
    outside_sale_id uuid        not null constraint outside_sales_pkey primary key,
    version         bigint      not null,
    business_id     uuid        not null,
    month           date        not null,
    way             smallint    not null,
    total           bigint      not null,
    evidence        uuid        not null,
    standing        smallint    not null, -- 0 stated, 1 withdrawn, 2 refused
    reason          text,                 -- why it was changed, withdrawn or refused last
    stated_at       timestamptz not null  -- when it was last said
);

create index outside_sales_of_business on outside_sales (business_id, month desc, way);
create index outside_sales_newest on outside_sales (stated_at desc, outside_sale_id desc);
