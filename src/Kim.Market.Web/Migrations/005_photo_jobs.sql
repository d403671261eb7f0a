-- Photos on their way from a telephone to a product. A row is work to be done; done work leaves no row behind.
create table app.photo_jobs (
    id          uuid        not null constraint photo_jobs_pkey primary key,
    product_id  uuid        not null,
    original    text        not null, -- the name of what was sent, kept out of sight in the media store
    member_id   uuid        not null, -- who sent it; an id, never a name
    submit      boolean     not null, -- put the product before the KIM as soon as the photo stands
    attempts    integer     not null default 0,
    claimed_until timestamptz,        -- a node that dies in the middle lets go of it at this time
    refused     text,                 -- the code of what is wrong with it, for its seller to read
    created_at  timestamptz not null default now()
);

create index photo_jobs_waiting on app.photo_jobs (created_at) where refused is null;
create index photo_jobs_by_product on app.photo_jobs (product_id, created_at);
