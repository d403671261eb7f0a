create schema if not exists app;

-- One row per region of Indonesia. Filled from seeds/regions by RegionLoader; never edited by hand.
-- Codes sort and compare byte by byte, so everything within a region is one range of the primary key.
create table if not exists app.regions (
    code       text collate "C" primary key,
    parent     text collate "C",
    kind       text not null,
    name       text not null,
    word       text not null,
    place      text not null,
    full_place text not null,
    time_zone  text not null
);

create index if not exists regions_by_parent on app.regions (parent, code);

-- Which code followed which, by what decree: a place keeps its identity when its code changes.
create table if not exists app.region_successions (
    old_code   text collate "C" primary key,
    new_code   text collate "C" not null,
    name       text not null,
    decree     text not null,
    date       date not null
);

-- One row: what the two tables above were filled from.
create table if not exists app.region_source (
    only_one   boolean     primary key default true check (only_one),
    hash       text        not null,
    loaded_at  timestamptz not null default now()
);
