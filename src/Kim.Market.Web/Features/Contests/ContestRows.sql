-- One row per contest that an office has announced. Rebuilt from events; never edited by hand.
create table contests (
    contest_id uuid     not null constraint contests_pkey primary key,
    version    bigint   not null,
    office_id  uuid     not null,
    region     text     not null, -- of the office: whose KIM can enter
    status     smallint not null, -- 0 announced, 1 called off, 2 decided
    title      text     not null,
    opens_on   date     not null, -- the first day of entries
    closes_on  date     not null, -- the last one
    terms      jsonb    not null, -- as the domain has them
    entries    jsonb    not null, -- with what each judge gave
    groups     uuid[]   not null, -- who has entered
    places     jsonb, -- the table, once it is decided
    winners    uuid[]   not null,
    decided_at timestamptz,
    reason     text -- why it was called off
);

create index contests_of_region on contests (region text_pattern_ops, closes_on desc, contest_id desc);
create index contests_by_day on contests (closes_on desc, contest_id desc);
create index contests_won on contests using gin (winners);
