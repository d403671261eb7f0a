-- One row per coaching that an office has planned. Rebuilt from events; never edited by hand.
create table coachings (
    coaching_id uuid          not null constraint coachings_pkey primary key,
    version     bigint        not null,
    office_id   uuid          not null,
    region      text          not null, -- of the office: whose KIM it can invite
    village     text          not null, -- or the kecamatan
    status      smallint      not null, -- 0 planned, 1 held, 2 cancelled
    title       text          not null,
    starts_on   date          not null,
    ends_on     date          not null,
    is_open     boolean       not null, -- everybody may read of it
    plan        jsonb         not null, -- as the domain has it
    materials   text          not null,
    reason      text, -- why it was moved or cancelled last
    groups      uuid[]        not null, -- the KIM that are invited …
    invited_at  timestamptz[] not null, -- … since when …
    people      integer[]     not null  -- … and with how many people each comes: 0 cannot, -1 has not said
);

create index coachings_of_region on coachings (region text_pattern_ops, starts_on desc, coaching_id desc);
create index coachings_of_groups on coachings using gin (groups);
create index coachings_open on coachings (ends_on) where is_open;
