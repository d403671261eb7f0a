-- What was done with an account: for its owner to read. These are no events, because they go with the account.
create table app.account_log (
    id        bigint      generated always as identity constraint account_log_pkey primary key,
    member_id uuid        not null,
    at        timestamptz not null,
    what      smallint    not null, -- AccountAct
    device    text        not null
);

create index account_log_by_member on app.account_log (member_id, id desc);
