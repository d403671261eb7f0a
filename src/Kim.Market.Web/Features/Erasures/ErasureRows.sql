-- Wishes to be forgotten: when each was made, until when it must be done, and how far it is.
create table erasures (
    erasure_id   uuid        not null constraint erasures_pkey primary key,
    version      bigint      not null,
    scope        smallint    not null, -- 0 a buyer, 1 an account
    subject      uuid        not null,
    requested_at timestamptz not null,
    due_at       timestamptz not null,
    erased_at    timestamptz,
    kept_until   date,                 -- a copy lies sealed apart until then
    destroyed_at timestamptz
);

create index erasures_newest on erasures (requested_at desc, erasure_id desc);
create index erasures_open on erasures (due_at) where erased_at is null;
create index erasures_kept on erasures (kept_until) where kept_until is not null;
