-- Which events each consumer has taken. The primary key is the guard; taken_at lets old rows be removed.
create table inbox (
    consumer text not null,
    event_id uuid not null,
    taken_at timestamptz not null,
    primary key (consumer, event_id)
);
create index inbox_taken_at on inbox (taken_at);
