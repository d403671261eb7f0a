-- Open data as it was published: the rows of the newest release of each dataset, and the fingerprints of all there were. Derived from the
-- ledger once a day; who published what is no event, for nobody decides it.
create table app.data_rows (
    dataset text        not null,
    code    text        not null,
    year    integer     not null,
    name    text        not null,
    value   bigint, -- null where fewer people are behind it than may be told, or where it would give such a number away
    state   smallint    not null,
    at      timestamptz not null, -- since when the row says this
    constraint data_rows_pkey primary key (dataset, code, year)
);

create table app.data_releases (
    dataset      text        not null,
    version      integer     not null,
    title        text        not null,
    unit         text        not null,
    day          date        not null, -- up to which it counts
    rows         integer     not null,
    sha256       text        not null, -- of the whole CSV file
    published_at timestamptz not null,
    constraint data_releases_pkey primary key (dataset, version)
);

create table app.data_days (
    only_one boolean not null default true constraint data_days_pkey primary key constraint data_days_only_one check (only_one),
    day      date -- the last that was published; null before the first time
);

insert into app.data_days default values;
