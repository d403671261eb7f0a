-- What counts, from when until when, by two clocks. Nothing is deleted: what counts no more has ended.
create table ledger_entries (
    metric            smallint    not null,
    subject           uuid        not null, -- the KIM, the UMKM, the goods, the order, the certificate, the enquiry
    stream            uuid        not null, -- the event that made it …
    version           bigint      not null, -- … is this one of that stream
    at                timestamptz not null, -- when it happened
    recorded          timestamptz not null, -- when it became known here
    ended_at          timestamptz not null default 'infinity',
    ended_recorded    timestamptz not null default 'infinity',
    ended_stream      uuid,
    ended_version     bigint,
    amount            bigint      not null, -- rupiah of the goods; minutes of an answer; members
    group_id          uuid,
    business_id       uuid,
    village           text        not null, -- where a KIM sits in a kecamatan, that
    themes            text[]      not null,
    sections          text[]      not null, -- of the goods …
    section_amounts   bigint[]    not null, -- … and how much of the amount belongs to each
    distance          smallint,
    returning_buyer   boolean,
    seal              bigint      not null, -- over all of the above, so that a row that changed by itself is seen
    constraint ledger_entries_pkey primary key (metric, subject, stream, version)
);

create index ledger_entries_newest on ledger_entries (metric, at desc, subject desc);
-- All that a figure asks, without the table: once for most questions, once for a theme, and once for a kind of goods.
create index ledger_entries_of_place on ledger_entries (metric, village text_pattern_ops, at)
    include (amount, recorded, ended_at, ended_recorded, business_id, distance, returning_buyer);
create index ledger_entries_of_theme on ledger_entries (metric, village text_pattern_ops, at)
    include (amount, recorded, ended_at, ended_recorded, business_id, themes, distance, returning_buyer);
create index ledger_entries_of_one_kind on ledger_entries (metric, (sections[1]), village text_pattern_ops, at)
    include (amount, recorded, ended_at, ended_recorded, business_id, sections, section_amounts, distance, returning_buyer) where cardinality(sections) = 1;
create index ledger_entries_of_kinds on ledger_entries (metric, village text_pattern_ops, at)
    include (amount, recorded, ended_at, ended_recorded, business_id, sections, section_amounts, distance, returning_buyer) where cardinality(sections) > 1;
create index ledger_entries_recorded on ledger_entries (recorded);
create index ledger_entries_late on ledger_entries (recorded) where recorded - at > interval '24 hours'; -- what becomes known late is what corrects a past day
create index ledger_entries_of_event on ledger_entries (stream, version);
create index ledger_entries_ended_by on ledger_entries (ended_stream, ended_version) where ended_stream is not null;
create index ledger_entries_ended on ledger_entries (ended_recorded) where ended_recorded < 'infinity';

-- What the counting itself must remember between two events.
create table ledger_known (
    stream uuid  not null constraint ledger_known_pkey primary key,
    parent uuid,
    known  jsonb not null
);

-- How many rows there should be and what their seals come to, kept with each change: a row that came or went by itself is seen too.
create table ledger_sums (
    bucket smallint not null constraint ledger_sums_pkey primary key, -- by the last byte of the subject
    rows   bigint   not null,
    seals  numeric  not null
);
