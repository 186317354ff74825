-- Many citizens write about the same in the same place (AK-21, LB-12, LP-21): the surge as its facts and the last count have made it.
create table surge (
    id            uuid primary key,
    jurisdiction  text        not null,
    topic_group   text        not null,
    -- '' for messages that name no place
    location      text        not null,
    version       bigint      not null,
    began_at      timestamptz not null,
    ended_at      timestamptz,
    snapshot      json        not null
);
-- One at a time about the same, whatever dies and however many instances look.
create unique index surge_going_on on surge (jurisdiction, topic_group, location) where ended_at is null;
create index surge_in_order on surge (jurisdiction, began_at desc, id desc);

-- What happened with each, for ever: history and outbox in one. Written in the transaction of the surge.
create table surge_event (
    position      bigint generated always as identity primary key,
    -- of surge and version
    event_id      uuid        not null unique,
    at            timestamptz not null,
    event         text        not null,
    cause         text,
    sent_at       timestamptz
);
create index surge_event_unsent on surge_event (position) where sent_at is null;

-- The messages of the last hours, and those of the weeks before. Neither column ever changes: updates stay in place.
create index incident_by_detection on incident (jurisdiction, detected_at);
