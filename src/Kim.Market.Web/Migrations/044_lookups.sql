-- A browser that asked for the orders of a number, whether there are any or not. The number stands here as its mark alone; rows live for days.
create table vault.lookups (
    id        uuid        not null constraint lookups_pkey primary key,
    browser   bytea       not null, -- hash of what the browser's cookie holds
    mark      bytea       not null, -- as in vault.buyer_marks
    asked_at  timestamptz not null,
    sent_at   timestamptz,          -- null: nobody was told, the number was asked for too often today
    sends     smallint    not null default 0,
    tries     smallint    not null default 0,
    closed_at timestamptz
);

create unique index lookups_one_open on vault.lookups (browser) where closed_at is null;
create index lookups_by_mark on vault.lookups (mark, asked_at);
create index lookups_by_age on vault.lookups (asked_at);

-- What a right code opened: the orders of a number at one stall, or those on which one mailbox or browser was set.
create table vault.lookup_openings (
    browser     bytea       not null,
    mark        bytea       not null,
    business_id uuid,
    way         bytea, -- as app.subscriptions.hash
    opened_at   timestamptz not null,
    until       timestamptz not null,
    constraint lookup_openings_once unique nulls not distinct (browser, mark, business_id, way),
    constraint lookup_openings_one_kind check ((business_id is null) <> (way is null))
);

create index lookup_openings_by_mark on vault.lookup_openings (mark);
create index lookup_openings_by_age on vault.lookup_openings (until);
