-- Outlines of regions that the operator has brought (kim boundaries): drawn on maps, decided by nothing.
create table app.boundaries (
    code      text        not null constraint boundaries_pkey primary key,
    parent    text,
    outline   text        not null, -- an SVG path: 0.001 degree is one unit, north is up
    west      integer     not null, -- its box, in the same units
    north     integer     not null,
    east      integer     not null,
    south     integer     not null,
    loaded_at timestamptz not null default now()
);

create index boundaries_of_parent on app.boundaries (parent, code);
