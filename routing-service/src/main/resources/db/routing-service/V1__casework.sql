-- Numbers of incidents run on without end; a gap means a registration that was rolled back.
create sequence incident_number;

-- The incident as its facts have made it, and what queues are sorted and searched by. Written together with the facts.
create table incident (
    id              uuid primary key,
    jurisdiction    text        not null,
    number          text        not null unique,
    version         bigint      not null,
    state           text        not null,
    organ           text,
    manual_needed   boolean     not null default false,
    channel         text        not null,
    kind            text        not null,
    url             text,
    topic_group     text        not null,
    topic           text        not null,
    location        text,
    importance      text        not null,
    detected_at     timestamptz not null,
    changed_at      timestamptz not null,
    -- personal data: the post itself
    post_text       text        not null,
    author          json,
    posted_at       timestamptz,
    snapshot        json        not null,
    -- the nearest deadline that somebody has to keep

    next_due_at     timestamptz
);
create index incident_by_due on incident (jurisdiction, state, next_due_at, id);
create index incident_by_organ on incident (organ, state);
create index incident_by_change on incident (jurisdiction, changed_at desc, id);
create index incident_by_words on incident using gin (to_tsvector('russian', post_text));

-- Every fact for ever: audit trail and outbox in one. hash covers the row and the hash before it, so tampering shows.
create table incident_event (
    position      bigint generated always as identity primary key,
    incident_id   uuid        not null references incident,
    version       bigint      not null,
    event_id      uuid        not null unique,
    at            timestamptz not null,
    actor         json        not null,
    type          text        not null,
    fact          json        not null,
    causation_id  text,
    hash          text        not null,
    sent_at       timestamptz,
    unique (incident_id, version)
);
create index incident_event_unsent on incident_event (position) where sent_at is null;

-- What a command with an idempotency key was answered, so that its repetition gets the same.
create table command_receipt (
    caller        text        not null,
    key           text        not null,
    incident_id   uuid        not null,
    request_hash  text        not null,
    answer        json        not null,
    at            timestamptz not null,
    primary key (caller, key)
);

-- Deadlines as the sla-timer tells of them.
create table incident_deadline (
    deadline_id   uuid primary key,
    incident_id   uuid        not null,
    stage         text        not null,
    title         text        not null,
    clause        text        not null,
    started_at    timestamptz not null,
    due_at        timestamptz not null,
    -- false for a chance that somebody may use (AK-7): it ends, nobody fails
    is_duty       boolean     not null,
    status        text        not null,
    explanation   text
);
create index incident_deadline_by_incident on incident_deadline (incident_id);

create table deadline_event (
    event_id      uuid primary key,
    incident_id   uuid        not null,
    at            timestamptz not null,
    fact          json        not null,
    stage         text        not null,
    title         text        not null,
    clause        text        not null,
    due_at        timestamptz not null
);
create index deadline_event_by_incident on deadline_event (incident_id, at);
