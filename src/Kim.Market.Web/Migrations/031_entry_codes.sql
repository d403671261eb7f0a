-- Codes with which owners claim a line of the directory, one at a time for each. The first half finds the row, the whole is
-- only here as a hash: who reads this table can claim nothing.
create table app.entry_codes (
    entry_id   uuid        not null constraint entry_codes_pkey primary key,
    finder     text        not null constraint entry_codes_finder_key unique,
    hash       bytea       not null,
    desk       text        not null, -- whose desk gave it out
    scope      uuid        not null, -- the KIM that will look after the business, or the office
    issued_by  uuid        not null,
    tries      integer     not null default 0,
    created_at timestamptz not null,
    expires_at timestamptz not null
);

create index entry_codes_by_age on app.entry_codes (expires_at);
