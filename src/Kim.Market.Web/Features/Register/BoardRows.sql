-- Who is on the boards of the KIM, as their decrees have it; the names lie in the vault under the seat. Rebuilt from events.
create table board_seats (
    seat_id    uuid        not null constraint board_seats_pkey primary key,
    group_id   uuid        not null,
    post       smallint    not null,
    term_from  date,
    term_until date,
    taken_at   timestamptz not null
);

create index board_seats_by_group on board_seats (group_id, post, taken_at);
