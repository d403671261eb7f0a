-- Who opened what is sealed of persons, through which page. Of whom, by the id under which it is sealed: the name is nowhere here.
create table app.readings (
    member_id uuid        not null,
    via       text        not null, -- the pattern of the page's address, never what was typed
    day       date        not null,
    subject   uuid        not null,
    times     integer     not null default 1,
    last_at   timestamptz not null,
    constraint readings_pkey primary key (day, member_id, via, subject)
);

create index readings_of_member on app.readings (member_id, day desc);
