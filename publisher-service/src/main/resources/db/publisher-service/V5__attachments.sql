-- Files that are to stand with a reply (AK-16). Their bytes are fetched from routing-service when they are needed and not kept here.
create table reply_attachment (
    reply_id       uuid   not null references reply,
    position       int    not null,
    attachment_id  uuid   not null,
    kind           text   not null,
    name           text   not null,
    media_type     text   not null,
    size           bigint not null,
    sha256         text   not null,
    -- what the network calls it, e.g. doc-217000001_6001; null until it was uploaded
    remote         text,
    primary key (reply_id, position)
);
create index reply_attachment_missing on reply_attachment (reply_id) where remote is null;
