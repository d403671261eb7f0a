-- Likeness of words, for searches with typing errors.
create extension if not exists pg_trgm with schema public;

-- Ordinary tables: what must be erasable, or is nobody's history. Each migration runs once, forward only.

-- A command that was carried out: sending it again gives the same answer and no second event.
create table app.commands (
    id         uuid        not null constraint commands_pkey primary key,
    result     text        not null,
    created_at timestamptz not null default now()
);

create index commands_by_age on app.commands (created_at);

-- Credentials, kept by ASP.NET Core Identity: one document an account. Who belongs where is not here but in events.
create table app.accounts (
    id        uuid   not null constraint accounts_pkey primary key,
    user_name text   not null constraint accounts_user_name_key unique,
    email     text   constraint accounts_email_key unique,
    version   bigint not null,
    doc       jsonb  not null
);

-- A cart belongs to whoever holds the cookie with its id; it outlives the browser tab and moves between nodes.
create table app.cart_lines (
    cart_id    uuid        not null,
    product_id uuid        not null,
    quantity   integer     not null constraint cart_lines_quantity_check check (quantity between 1 and 999),
    added_at   timestamptz not null default now(),
    constraint cart_lines_pkey primary key (cart_id, product_id)
);

create index cart_lines_by_age on app.cart_lines (added_at);

-- The keys to order pages. Only their hashes are here: who reads this table can open no page.
create table app.order_tokens (
    hash        bytea       not null constraint order_tokens_pkey primary key,
    checkout_id uuid        not null,
    order_id    uuid, -- null: the buyer's own key, which shows every order of the checkout
    created_at  timestamptz not null default now()
);

-- Random keys this installation drew for itself, such as the one order tokens are made with.
create table app.secrets (
    name  text  not null constraint secrets_pkey primary key,
    value bytea not null
);

-- What is true of this database as a whole: whether it was seeded as a demo, which region data it holds.
create table app.facts (
    name  text not null constraint facts_pkey primary key,
    value text not null
);

-- Persons. Each has a key of their own; without it, what is kept here about them is noise.
create schema vault;

create table vault.keys (
    subject uuid  not null constraint keys_pkey primary key,
    key     bytea not null
);

create table vault.entries (
    subject uuid  not null,
    field   text  not null,
    sealed  bytea not null, -- nonce, tag, ciphertext: AES-256-GCM
    constraint entries_pkey primary key (subject, field)
);
