-- Who works where, and who stands in for whom, as the reference topics tell it (VP-6, LP-5).
create table person (
    id           text primary key,
    jurisdiction text not null,
    organ        text,
    role         text not null
);

create table absence (
    id           text primary key,
    jurisdiction text not null,
    person       text not null,
    substitute   text not null,
    starts_at    timestamptz not null,
    ends_at      timestamptz not null
);
create index absence_by_substitute on absence (substitute);
