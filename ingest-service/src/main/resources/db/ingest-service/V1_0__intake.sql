-- Which posts have been taken in. A row is written after the post is durable in Kafka, so a missing row costs a harmless duplicate at most.
create table received_post (
    jurisdiction text not null,
    channel text not null,
    external_id text not null,
    content_sha256 bytea not null,
    first_received_at timestamptz not null,
    primary key (jurisdiction, channel, external_id)
);

-- Which events of VK's Callback API have been dealt with; written after durability, too.
create table callback_event (
    group_id bigint not null,
    event_id text not null,
    received_at timestamptz not null,
    primary key (group_id, event_id)
);
create index callback_event_received_at on callback_event (received_at);
