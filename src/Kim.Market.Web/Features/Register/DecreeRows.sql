-- Decrees (SK) and the KIM they name: many to many.
create table decrees (
    decree_id   uuid     not null constraint decrees_pkey primary key,
    number      text     not null,
    title       text     not null,
    issuer      smallint not null,
    region      text     not null,
    issued_on   date     not null,
    valid_until date,
    document    text,
    paper       uuid, -- its scan, in the vault
    revoked     boolean  not null default false
);

create index decrees_by_number on decrees (region, lower(number));

create table decree_groups (
    decree_id uuid not null,
    group_id  uuid not null,
    constraint decree_groups_pkey primary key (group_id, decree_id)
);
