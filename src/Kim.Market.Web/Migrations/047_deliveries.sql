-- Which topics reach a member, and how; what is not here reaches them in every way they have.
create table app.notice_choices (
    member_id uuid     not null,
    topic     smallint not null, -- NoticeTopic
    in_site   boolean  not null,
    push      boolean  not null,
    mail      boolean  not null,
    constraint notice_choices_pkey primary key (member_id, topic)
);

-- From which hour to which nothing rings; without a row from nine in the evening to six. Equal: it rings at any hour.
create table app.quiet_hours (
    member_id   uuid     not null constraint quiet_hours_pkey primary key,
    quiet_from  smallint not null constraint quiet_hours_from_check check (quiet_from between 0 and 23),
    quiet_until smallint not null constraint quiet_hours_until_check check (quiet_until between 0 and 23)
);

-- Ways to reach somebody: a browser, or a mailbox. Where it is lies in the vault, sealed with a key of its own under the same id.
create table app.subscriptions (
    id           uuid        not null constraint subscriptions_pkey primary key,
    channel      smallint    not null, -- 0 push, 1 mail
    owner_id     uuid        not null, -- a member, or the buyer of a checkout
    is_member    boolean     not null,
    hash         bytea       not null, -- keyed: tells the same address again, and nothing else
    token        bytea       not null constraint subscriptions_token_key unique, -- hash of the key that confirms and ends it
    device       text        not null,
    english      boolean     not null,
    confirmed_at timestamptz,          -- null: a mailbox whose owner has not said yes
    created_at   timestamptz not null,
    constraint subscriptions_once unique (owner_id, hash)
);

create index subscriptions_by_hash on app.subscriptions (hash, created_at);

-- What is on its way to one of them. It leaves when it has arrived.
create table app.deliveries (
    id              bigint      generated always as identity constraint deliveries_pkey primary key,
    subscription_id uuid        not null,
    channel         smallint    not null,
    kind            smallint    not null, -- NoticeKind; -1 asks whether the mailbox is theirs
    side            smallint    not null,
    stream          uuid        not null,
    subject         text        not null,
    scope           uuid        not null,
    scope_name      text        not null,
    slug            text        not null,
    region          text        not null, -- where it is: what time it is there
    quiet_from      smallint    not null,
    quiet_until     smallint    not null,
    at              timestamptz not null,
    due_at          timestamptz not null,
    claimed_at      timestamptz,          -- a node has it in its hands
    tries           smallint    not null default 0,
    trouble         smallint,             -- Trouble
    dead_at         timestamptz           -- nobody tries any more: an operator looks at it
);

create index deliveries_due on app.deliveries (due_at, id) where dead_at is null and claimed_at is null;
create index deliveries_claimed on app.deliveries (claimed_at) where claimed_at is not null and dead_at is null;
create index deliveries_dead on app.deliveries (id) where dead_at is not null;
create index deliveries_by_subscription on app.deliveries (subscription_id);
