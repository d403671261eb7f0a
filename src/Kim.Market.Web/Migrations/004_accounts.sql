-- Signed-in devices: a cookie is worth nothing without its row here, on every node and from the next request on.
create table app.sessions (
    id         uuid        not null constraint sessions_pkey primary key,
    member_id  uuid        not null,
    device     text        not null, -- what kind of browser, on what kind of machine: "Chrome, Android"
    is_strong  boolean     not null, -- signed in with a second factor or a passkey
    created_at timestamptz not null,
    seen_at    timestamptz not null  -- to the day: nobody's days are written down
);

create index sessions_by_member on app.sessions (member_id, seen_at desc);

-- Public keys of passkeys: nothing here opens an account.
create table app.passkeys (
    id         bytea       not null constraint passkeys_pkey primary key,
    member_id  uuid        not null,
    created_at timestamptz not null,
    doc        jsonb       not null
);

create index passkeys_by_member on app.passkeys (member_id);

-- One-time links: into an account whose password is forgotten, or to a place one was invited to. Only their hashes are here.
create table app.account_links (
    id         uuid        not null constraint account_links_pkey primary key,
    hash       bytea       not null constraint account_links_hash_key unique,
    kind       text        not null, -- recovery, invitation
    member_id  uuid,                 -- recovery: whose account
    login      text,                 -- invitation: for this number or address alone
    desk       text        not null,
    scope      uuid        not null,
    role       text,                 -- invitation: to become what
    issued_by  uuid,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    told_at    timestamptz,          -- recovery: since when the owner knows of it
    tries      integer     not null default 0
);

create index account_links_by_member on app.account_links (member_id, created_at desc) where member_id is not null;
create index account_links_by_scope on app.account_links (scope, created_at desc);
