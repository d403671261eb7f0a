-- Which scripts this database has seen, and what they said.
create schema if not exists events;

create table if not exists events.schema_versions (
    name          text         primary key,
    fingerprint   text         not null,
    installed_at  timestamptz  not null
);
