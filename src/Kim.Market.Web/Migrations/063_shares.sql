-- How often a page was passed on, by day and channel: a count, and nothing of whoever pressed.
create table app.shares (
    kind    smallint not null, -- PieceKind
    key     text     not null, -- as the address of the page names it
    day     date     not null, -- in UTC
    channel smallint not null,
    shares  integer  not null,
    constraint shares_pkey primary key (kind, key, day, channel)
);
