-- What was searched for and not found. A mark is a keyed hash, and that of a visitor is cut so short that many people share it; the words
-- themselves are kept only once so many different visitors have typed them that they say nothing of anybody.
create table app.demand_marks (
    mark     bigint  not null,
    district text    not null, -- the kecamatan of the page from which it was searched; empty where nobody knows
    visitor  integer not null,
    day      date    not null, -- the last on which this visitor searched for it
    constraint demand_marks_pkey primary key (mark, district, visitor)
);

create index demand_marks_by_day on app.demand_marks (day);
create index demand_marks_of_district on app.demand_marks (district, mark);

create table app.demand_terms (
    mark  bigint not null constraint demand_terms_pkey primary key,
    term  text   not null,
    since date   not null
);
