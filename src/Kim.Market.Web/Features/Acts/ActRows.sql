-- One row per act that can be undone. Rebuilt from events; never edited by hand.
create table acts (
    act_id     uuid        not null constraint acts_pkey primary key,
    version    bigint      not null,
    kind       smallint    not null,
    desk_id    uuid        not null, -- the business or the KIM at whose desk it was done
    products   integer     not null,
    undone     boolean     not null,
    at         timestamptz not null,
    changed_at timestamptz not null
);

create index acts_by_desk on acts (desk_id, at desc, act_id desc);
