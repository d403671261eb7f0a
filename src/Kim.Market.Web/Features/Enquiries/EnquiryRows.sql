-- One row per enquiry: who has to answer until when, and whether they did. What was said lies in the vault. Rebuilt from events.
create table enquiries (
    enquiry_id     uuid        not null constraint enquiries_pkey primary key,
    version        bigint      not null,
    buyer_id       uuid        not null, -- who asked
    kind           smallint    not null, -- 0 investment, 1 visit, 2 wholesale, 3 aspiration
    village        text        not null,
    group_id       uuid,                 -- the KIM that answers; null where none works
    potential_id   uuid,
    product_id     uuid,
    status         smallint    not null, -- 0 waiting, 1 answered, 2 set aside, 3 closed, 4 forgotten
    at_office      boolean     not null,
    at_village     boolean     not null,
    may_show       boolean     not null,
    made_at        timestamptz not null,
    first_due      timestamptz not null, -- three working days after it was asked
    answered_at    timestamptz,          -- the first time
    set_aside      smallint,             -- why: 0 advertising, 1 abuse, 2 no question
    due_at         timestamptz not null, -- when whoever has it should answer
    moves_at       timestamptz,          -- when the clock alone moves it on
    touched_at     timestamptz not null,
    shown_question text,
    shown_answer   text,
    shown_at       timestamptz
);

create index enquiries_of_village on enquiries (village text_pattern_ops, made_at desc, enquiry_id desc);
create index enquiries_by_group on enquiries (group_id, made_at desc, enquiry_id desc);
create index enquiries_waiting on enquiries (due_at, enquiry_id) where status = 0;
create index enquiries_moving on enquiries (moves_at) where moves_at is not null;
create index enquiries_over on enquiries (touched_at) where status in (2, 3);
create index enquiries_shown on enquiries (village text_pattern_ops, shown_at desc) where shown_at is not null;
