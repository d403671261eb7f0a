-- One row per name on the web that a KIM has claimed. Rebuilt from events; never edited by hand.
create table web_domains (
    domain_id  uuid        not null constraint web_domains_pkey primary key,
    version    bigint      not null,
    group_id   uuid        not null,
    host       text        not null,
    standing   smallint    not null,
    since      timestamptz not null, -- of the standing
    end_reason smallint,             -- null while it is not over, and where the KIM let go itself
    claimed_at timestamptz not null
);

create unique index web_domains_shown_key on web_domains (host) where standing in (1, 2);
create unique index web_domains_claimed_key on web_domains (group_id, host) where standing < 3;
create index web_domains_by_group on web_domains (group_id, claimed_at desc);
