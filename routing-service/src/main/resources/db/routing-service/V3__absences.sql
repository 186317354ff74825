-- Who is away and who stands in (VP-6, LP-5). Days in the jurisdiction's zone; the instants are what counts.
create table absence (
    id            uuid primary key,
    jurisdiction  text        not null,
    person        text        not null,
    substitute    text        not null,
    from_on       date        not null,
    to_on         date        not null,
    reason        text        not null,
    starts_at     timestamptz not null,
    ends_at       timestamptz not null,
    noted_by      text        not null
);
create index absence_by_substitute on absence (substitute, ends_at);
create index absence_by_jurisdiction on absence (jurisdiction, ends_at);
