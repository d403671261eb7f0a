-- How many certificates each business has stated and still has; rebuilt from events. The check is what two forms sent at once meet.
create table certificate_counts (
    business_id uuid    not null constraint certificate_counts_pkey primary key,
    held        integer not null constraint certificate_counts_held_check check (held between 0 and 20)
);

-- Whose certificate it is: what takes it away does not say so again.
create table certificate_holders (
    certificate_id uuid not null constraint certificate_holders_pkey primary key,
    business_id    uuid not null
);
