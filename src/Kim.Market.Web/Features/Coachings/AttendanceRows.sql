-- One row per attendance of a coaching: a person who checked in, or people whom an officer counted. Rebuilt from events; never edited by hand.
create table attendances (
    attendance_id uuid        not null constraint attendances_pkey primary key, -- follows from who and what: nobody comes twice
    version       bigint      not null,
    coaching_id   uuid        not null,
    group_id      uuid        not null,
    business_id   uuid,              -- null where they came for the KIM itself
    member_id     uuid,              -- who checked in; null for what an officer counted
    people        integer     not null,
    women         integer,
    men           integer,
    struck        boolean     not null,
    at            timestamptz not null, -- when they were there
    code          text              constraint attendances_code_key unique, -- of the certificate
    certified_at  timestamptz,
    clear         integer,           -- what they think of it, 1 to 5; null while they have not said
    useful        integer,
    usable        integer,
    words         uuid,              -- under which the vault keeps their sentence
    corrections   jsonb       not null  -- [{"What", "Reason", "At"}], the oldest first
);

create index attendances_of_coaching on attendances (coaching_id, attendance_id);
create index attendances_of_member on attendances (member_id) where member_id is not null;
