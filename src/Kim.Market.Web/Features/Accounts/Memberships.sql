-- Who may stand at which desk. Scope is the KIM, the UMKM or the office; every scoped query joins this table.
create table memberships (
    member_id uuid        not null,
    desk      text        not null, -- kelola (KIM), lapak (UMKM), dinas (office)
    scope     uuid        not null,
    role      text        not null,
    region    text,                 -- of an office: the region it answers for
    since     timestamptz not null,
    constraint memberships_pkey primary key (member_id, desk, scope, role)
);

create index memberships_by_scope on memberships (scope);

-- Which region an office answers for: who is appointed there answers for it as well.
create table offices (
    office_id uuid not null constraint offices_pkey primary key,
    region    text not null constraint offices_region_key unique -- a region has one office
);
