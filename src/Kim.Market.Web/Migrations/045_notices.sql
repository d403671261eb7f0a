-- What somebody has to hear of: written in the transaction of the event that says it, taken by the worker that finds out who.
create table app.outbox (
    id     bigint      generated always as identity constraint outbox_pkey primary key,
    kind   smallint    not null, -- NoticeKind
    stream uuid        not null, -- of the event, or what a reminder is about
    at     timestamptz not null,
    actor  uuid                  -- whoever did it needs no word of it
);

-- What a member reads under "Kabar". No person is in here: an order's number, a product's or a stall's name.
create table app.notices (
    id         bigint      generated always as identity constraint notices_pkey primary key,
    member_id  uuid        not null,
    kind       smallint    not null,
    side       smallint    not null, -- as what they hear of it: seller, KIM, office
    stream     uuid        not null,
    subject    text        not null,
    scope      uuid        not null, -- where they hold the role by which they hear of it
    scope_name text        not null,
    slug       text        not null, -- of the stall or the KIM it is about
    at         timestamptz not null,
    read_at    timestamptz
);

create index notices_by_member on app.notices (member_id, id desc);
create index notices_unread on app.notices (member_id) where read_at is null;
create index notices_by_age on app.notices (at);

-- What time alone says, said once.
create table app.reminders (
    kind   smallint    not null,
    stream uuid        not null,
    at     timestamptz not null,
    constraint reminders_pkey primary key (kind, stream)
);

create index reminders_by_age on app.reminders (at);
