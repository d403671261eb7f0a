-- Of every stream: the stream it hangs on, and the business, the KIM and the place it belongs to.
create table audit_places (
    stream      uuid not null constraint audit_places_pkey primary key,
    parent      uuid,
    business_id uuid,
    group_id    uuid,
    region      text
);

-- One line for each event there is: who did it, for whom, from where, and whose business it is.
create table audit_lines (
    seq         bigint      not null constraint audit_lines_pkey primary key, -- the event's place in the store
    at          timestamptz not null,
    stream      uuid        not null,
    kind        smallint    not null, -- what the stream is: AuditKind
    actor       uuid,                 -- nobody: a buyer without an account, or the program itself
    behalf      uuid,                 -- the business for which a helper acted
    via         text,
    device      text,
    business_id uuid,
    group_id    uuid,
    region      text
);

create index audit_lines_business on audit_lines (business_id, at desc, seq desc) where business_id is not null;
create index audit_lines_group on audit_lines (group_id, at desc, seq desc) where group_id is not null;
create index audit_lines_regency on audit_lines (left(region, 5), at desc, seq desc) where region is not null;

-- A province is a good part of everything: it is found by walking back through all.
create index audit_lines_all on audit_lines (at desc, seq desc);
