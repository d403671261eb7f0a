-- Folded states, so that a long stream need not be read from its first event. May be deleted at any time.
create table events.snapshots (
    stream_id       uuid         not null,
    kind            text         not null,
    schema_version  integer      not null,
    version         bigint       not null,
    data            jsonb        not null,
    taken_at        timestamptz  not null,
    primary key (stream_id, kind, schema_version)
);

-- The event at which a follower stands still, and why. Never holds what the event says.
create table events.projection_errors (
    name       text         primary key,
    seq_id     bigint       not null,
    stream_id  uuid         not null,
    type       text         not null,
    error      text         not null,
    attempts   integer      not null,
    first_at   timestamptz  not null,
    last_at    timestamptz  not null
);

-- From which text and version each read model was built; another fingerprint means: build it anew.
create table events.read_models (
    name         text         primary key,
    fingerprint  text         not null,
    tables       text[]       not null,
    built_at     timestamptz  not null
);
