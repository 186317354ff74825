-- The ledger of replies. One row per reply, for ever; the row says SENDING before the socket opens.
create table reply (
    reply_id uuid primary key,
    incident_id uuid not null,
    jurisdiction text not null,
    channel text not null,
    account text not null,
    target text not null,
    owner_id bigint not null,
    post_id bigint not null,
    reply_to bigint,
    thread_id bigint,
    text text not null,
    guid text not null,
    cause text not null,
    state text not null check (state in ('READY', 'SENDING', 'SENT', 'RETRY', 'UNKNOWN', 'REFUSED')),
    attempt int not null default 0,
    resend boolean not null default false,
    next_at timestamptz not null,
    accepted_at timestamptz not null,
    first_attempt_at timestamptz,
    attempt_at timestamptz,
    remote_id text,
    permalink text,
    published_at timestamptz,
    reason text,
    detail text,
    changed_at timestamptz not null
);
create index reply_incident on reply (incident_id);
create index reply_due on reply (next_at) where state in ('READY', 'SENDING', 'RETRY', 'UNKNOWN');
-- One in flight per account and target, whatever the number of workers.
create unique index reply_in_flight on reply (account, target) where state in ('SENDING', 'UNKNOWN');
-- A remote comment is the proof of one reply only.
create unique index reply_proof on reply (account, remote_id) where remote_id is not null;

-- Accounts that rest after captcha, broken authorisation or a quota.
create table account_rest (
    account text primary key,
    until timestamptz not null,
    reason text not null
);

-- Outcomes decided and not yet on Kafka.
create table publication_outbox (
    position bigint generated always as identity primary key,
    event_id uuid not null unique,
    at timestamptz not null,
    event text not null,
    cause text not null,
    sent_at timestamptz
);
create index publication_unsent on publication_outbox (position) where sent_at is null;

-- Staff, from reference.people.v1.
create table person (
    id text primary key,
    jurisdiction text not null,
    organ text,
    name text not null,
    role text not null,
    email text
);
create index person_organ on person (organ);

-- What a letter says of an incident; nothing of the citizen.
create table incident (
    incident_id uuid primary key,
    jurisdiction text not null,
    number text not null,
    topic_group text not null,
    topic text not null,
    location text,
    importance text not null,
    version bigint not null
);

-- An incident came to an organ: its executors are to be told. The newest version holds.
create table notice (
    incident_id uuid not null,
    version bigint not null,
    jurisdiction text not null,
    organ text not null,
    organ_name text not null,
    routed_at timestamptz not null,
    primary key (incident_id, version)
);
create index notice_organ on notice (organ, routed_at);

-- The ledger of letters. The message id is made of incident, version and person: the same letter always has the same one.
create table letter (
    message_id text primary key,
    incident_id uuid not null,
    version bigint not null,
    person_id text not null,
    state text not null check (state in ('READY', 'SENDING', 'SENT', 'FAILED')),
    attempt int not null default 0,
    next_at timestamptz not null,
    sent_at timestamptz,
    failure text
);
create index letter_due on letter (next_at) where state in ('READY', 'SENDING');
create index letter_incident on letter (incident_id);
