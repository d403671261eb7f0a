-- One row per harvest that is, or was, queued for. Who stands in line is no column: people are in the vault. Rebuilt from events.
create table harvests (
    harvest_id  uuid        not null constraint harvests_pkey primary key,
    version     bigint      not null,
    product_id  uuid        not null,
    business_id uuid        not null,
    status      smallint    not null,
    capacity    integer     not null, -- expected; once it is there, what came
    ready_from  date        not null,
    ready_until date        not null,
    queue_until timestamptz not null,
    least       integer     not null,
    most        integer     not null,
    price       bigint, -- null while its seller has not said
    people      integer     not null, -- who wait for their turn
    waiting     integer     not null, -- and for how much
    offered     integer     not null,
    confirmed   integer     not null,
    shelved     integer     not null,
    rest        integer     not null, -- came, and is promised to nobody
    announced_at timestamptz not null,
    touched_at  timestamptz not null,
    due_at      timestamptz -- when something happens by itself
);

-- A product has one harvest at a time that one can queue for or be offered from.
create unique index harvests_one_running on harvests (product_id) where status in (0, 1);
create index harvests_by_seller on harvests (business_id, announced_at desc, harvest_id desc);
create index harvests_due on harvests (due_at) where due_at is not null;
create index harvests_over on harvests (touched_at) where status in (2, 3);
