-- One row per story that a KIM wrote. Rebuilt from events; never edited by hand.
create table stories (
    story_id   uuid        not null constraint stories_pkey primary key,
    version    bigint      not null,
    group_id   uuid        not null,
    slug       text        not null constraint stories_slug_key unique,
    title      text        not null,
    blocks     jsonb       not null, -- [{"Part", "Text"}], in the order in which they are read
    businesses uuid[]      not null, -- whom it tells of …
    products   uuid[]      not null, -- … and of which goods
    villages   text[]      not null, -- places that it tells of …
    potentials uuid[]      not null, -- … and what they have
    photos     jsonb       not null, -- [{"Hash", "Alt"}], in their order
    shown      boolean     not null,
    shows_from timestamptz,          -- when it is going to be shown by itself
    written_at timestamptz not null, -- since when it can be read
    changed_at timestamptz -- null while it reads as it was first written
);

create index stories_by_group on stories (group_id, written_at desc, story_id desc);
create index stories_of_businesses on stories using gin (businesses);
create index stories_of_villages on stories using gin (villages);
create index stories_of_potentials on stories using gin (potentials);
create index stories_waiting on stories (shows_from) where shows_from is not null;
create index stories_newest on stories (written_at desc, story_id desc) where shown;
create index stories_of_products on stories using gin (products);
