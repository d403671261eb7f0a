-- One row per market day of a KIM. Rebuilt from events; never edited by hand.
create table market_days (
    market_day_id uuid        not null constraint market_days_pkey primary key,
    version       bigint      not null,
    group_id      uuid        not null,
    plan          jsonb       not null, -- place, days, hours, cut-off and price, as the domain has it
    called_off    jsonb       not null, -- {"2026-11-28": "why it does not take place"}
    ended         boolean     not null,
    opened_at     timestamptz not null
);

create index market_days_by_group on market_days (group_id) where not ended;
