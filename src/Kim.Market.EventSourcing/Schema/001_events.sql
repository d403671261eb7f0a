-- Marten 9's own layout (one tenant, Guid streams, all metadata), so that Marten can read these tables as they stand.
-- Nothing may be added to a table called mt_…: Marten drops what it does not know.
create schema if not exists events;
create schema if not exists read;

create sequence events.mt_events_sequence;

create table events.mt_streams (
    id           uuid         not null constraint pkey_mt_streams_id primary key,
    type         varchar,
    version      bigint,
    timestamp    timestamptz  not null default now(),
    created      timestamptz  not null default now(),
    tenant_id    varchar      default '*DEFAULT*',
    is_archived  boolean      default false
);

create table events.mt_events (
    seq_id          bigint        not null constraint pkey_mt_events_seq_id primary key,
    id              uuid          not null,
    stream_id       uuid          constraint fkey_mt_events_stream_id references events.mt_streams (id) on delete cascade,
    version         bigint        not null,
    data            jsonb         not null,
    bdata           bytea,
    type            varchar(500)  not null,
    timestamp       timestamptz   not null default now(),
    tenant_id       varchar       default '*DEFAULT*',
    mt_dotnet_type  varchar,
    correlation_id  varchar,
    causation_id    varchar,
    headers         jsonb,
    is_archived     boolean       default false
);

alter sequence events.mt_events_sequence owned by events.mt_events.seq_id;

create unique index pk_mt_events_stream_and_version on events.mt_events (stream_id, version);

create table events.mt_event_progression (
    name          varchar      not null constraint pk_mt_event_progression primary key,
    last_seq_id   bigint,
    last_updated  timestamptz  default transaction_timestamp()
);
