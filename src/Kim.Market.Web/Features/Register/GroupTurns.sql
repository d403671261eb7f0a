-- Every turn in the life of a KIM, so that the register can be read as it stood on any day. Rebuilt from events.
create table group_turns (
    group_id uuid        not null,
    version  bigint      not null,
    at       timestamptz not null,
    status   smallint, -- where it stands from here on; null where only its pulse changed
    pulse    smallint, -- how it is felt from here on; null where only its status changed
    seat     text, -- with the first turn alone, as the name
    name     text,
    constraint group_turns_pkey primary key (group_id, version)
);

create index group_turns_by_day on group_turns (group_id, at desc, version desc);
create index group_turns_by_seat on group_turns (seat text_pattern_ops) where seat is not null;
