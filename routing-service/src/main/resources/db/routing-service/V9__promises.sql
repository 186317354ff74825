-- What replies that went out promise by when, and what became of it. Days in the jurisdiction's zone; due_at is the end of the day.
create table promise (
    id            uuid primary key,
    incident_id   uuid        not null references incident,
    jurisdiction  text        not null,
    organ         text,
    words         text        not null,
    sentence      text        not null,
    said_on       date        not null,
    due_on        date        not null,
    due_at        timestamptz not null,
    status        text        not null,
    version       bigint      not null,
    note          text,
    link          text,
    changed_by    text,
    changed_at    timestamptz
);
create index promise_by_due on promise (jurisdiction, due_at, id);
create index promise_by_incident on promise (incident_id);

-- Everything that was said about it, for ever.
create table promise_answer (
    promise_id    uuid        not null references promise,
    version       bigint      not null,
    at            timestamptz not null,
    said_by       text        not null,
    said_by_name  text        not null,
    status        text        not null,
    due_before    date        not null,
    due_after     date        not null,
    note          text,
    link          text,
    primary key (promise_id, version)
);
