-- Lists that offices send in: first looked at, then taken over row by row behind the scenes. What was only looked at is
-- swept after two days. Nothing here is a person: columns with NIK, birthdays or names of owners are never read into it.
create table app.imports (
    id          uuid        not null constraint imports_pkey primary key,
    kind        smallint    not null, -- ImportKind
    office_id   uuid        not null,
    region      text        not null,
    member_id   uuid        not null, -- who sent it; an id, never a name
    state       smallint    not null, -- ImportState
    good        integer     not null, -- rows that can be taken over
    wrong       integer     not null,
    twice       integer     not null, -- rows that are known already, or stand in the list twice
    noted       integer     not null, -- good rows of which something is left out
    taken       text        not null, -- columns, one a line
    personal    text        not null, -- columns that are not read because they are a person's own
    ignored     text        not null, -- columns nobody needs
    old_letters boolean     not null,
    position    integer     not null default 0, -- the last row that is done
    recorded    integer     not null default 0,
    skipped     integer     not null default 0,
    withdrawn   integer     not null default 0,
    kept        integer     not null default 0,
    attempts    integer     not null default 0, -- since the last step that succeeded
    created_at  timestamptz not null,
    begun_at    timestamptz,
    finished_at timestamptz
);

create index imports_by_region on app.imports (region text_pattern_ops, created_at desc);
create index imports_to_do on app.imports (attempts, begun_at) where state in (1, 3);
create index imports_by_age on app.imports (created_at);

create table app.import_rows (
    import_id uuid     not null,
    number    integer  not null,    -- where it stands in the file
    subject   uuid     not null,    -- the id of what it becomes; in the vault, whose number and address it is
    key       text     not null,    -- the name with nothing but letters and digits
    village   text     not null,    -- empty when it is not known
    phone     bytea,                -- a keyed hash: finds the same number again and tells nobody which it is
    data      jsonb    not null,
    state     smallint not null,    -- RowState
    problem   text,                 -- the code of what is wrong with it
    detail    text,
    constraint import_rows_pkey primary key (import_id, number)
);

-- The numbers of businesses in the directory, hashed with a key of this installation, so that a list finds them again.
create table app.directory_phones (
    entry_id uuid  not null constraint directory_phones_pkey primary key,
    hash     bytea not null
);
