-- Who was executor of an organ when a start looked last: JSON, by login. An organ without executors has an empty list; one that no start has
-- seen yet has no row.
create table organ_executors (
    jurisdiction  text        not null,
    organ         text        not null,
    executors     text        not null,
    known_at      timestamptz not null,
    primary key (jurisdiction, organ)
);

-- Every change of an organ's executors, for ever (KH-5). People as JSON. changed_on: in the jurisdiction's zone. clause, due_at, owner, owed_by:
-- by which clause it was told when it became known, and who had until when to tell it; null where the regulation does not ask.
create table executor_change (
    id            uuid primary key,
    jurisdiction  text        not null,
    organ         text        not null,
    organ_name    text        not null,
    came          text        not null,
    gone          text        not null,
    stayed        text        not null,
    changed_on    date        not null,
    known_at      timestamptz not null,
    clause        text,
    due_at        timestamptz,
    owner         text,
    owed_by       text
);
create index executor_change_latest on executor_change (jurisdiction, known_at desc, id);

-- What is told, until it is on the topic. Written in the transaction of the change.
create table executor_event (
    position      bigint generated always as identity primary key,
    event_id      uuid        not null unique,
    at            timestamptz not null,
    event         text        not null,
    cause         text,
    sent_at       timestamptz
);
create index executor_event_unsent on executor_event (position) where sent_at is null;
