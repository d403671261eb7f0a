-- One row per line of the directory: a business an office knows of. Rebuilt from events; never edited by hand.
create table directory_entries (
    entry_id    uuid        not null constraint directory_entries_pkey primary key,
    version     bigint      not null,
    name        text        not null,
    key         text        not null, -- nothing but letters and digits, so that a list finds it again
    village     text        not null,
    category    text        not null,
    list_id     uuid        not null,
    status      smallint    not null,
    business_id uuid,
    recorded_at timestamptz not null
);

create index directory_entries_by_village on directory_entries (village text_pattern_ops, name, entry_id) where status = 0;
create index directory_entries_by_key on directory_entries (village, key);
create index directory_entries_by_list on directory_entries (list_id, status, entry_id);
