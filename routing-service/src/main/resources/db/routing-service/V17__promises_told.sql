-- The day of a promise has come: its people are told once for each such day. told_for is the day they were told of.
alter table promise add column told_for date;
create index promise_untold on promise (jurisdiction, due_on) where status = 'OPEN' and told_for is distinct from due_on;

-- What is told, until it is on the topic. Written in the transaction that sets told_for.
create table promise_event (
    position      bigint generated always as identity primary key,
    event_id      uuid        not null unique,
    at            timestamptz not null,
    event         text        not null,
    cause         text,
    sent_at       timestamptz
);
create index promise_event_unsent on promise_event (position) where sent_at is null;
