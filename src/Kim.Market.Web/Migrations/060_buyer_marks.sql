-- Which checkouts came from the same number: a keyed hash of it, so that nobody can read the number from it. Goes when the person is forgotten.
create table vault.buyer_marks (
    buyer uuid  not null constraint buyer_marks_pkey primary key,
    mark  bytea not null
);

create index buyer_marks_by_mark on vault.buyer_marks (mark);

-- How often a seller has tried the code that a buyer reads out on the telephone; counted before it is compared.
create table app.callback_tries (
    order_id uuid    not null constraint callback_tries_pkey primary key,
    tries    integer not null
);
