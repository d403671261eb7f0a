-- Scans and photos of papers: decrees, certificates. Each is sealed with a key of its own in vault.keys; without the key it is noise.
create table vault.papers (
    id       uuid        not null constraint papers_pkey primary key,
    subject  uuid        not null, -- the stream it belongs to: that decides who may open it
    type     text        not null,
    sealed   bytea       not null,
    kept_at  timestamptz not null default now()
);

alter table vault.papers alter column sealed set storage external; -- sealed bytes do not compress
create index papers_by_subject on vault.papers (subject);
