-- Files of replies. The row comes before the bytes and goes after them, so that what a crash leaves behind is found again.
create table attachment (
    id                uuid primary key,
    incident_id       uuid        not null references incident,
    kind              text        not null,
    name              text        not null,
    media_type        text        not null,
    size              bigint      not null,
    sha256            text        not null,
    uploaded_at       timestamptz not null,
    uploaded_by       text        not null,
    uploaded_by_name  text        not null,
    -- whether all bytes are there; only then does anybody see it
    is_whole          boolean     not null default false,
    -- whether a fact names it; then it stays for ever
    is_handed_in      boolean     not null default false
);
create index attachment_by_incident on attachment (incident_id, uploaded_at);
create index attachment_left_over on attachment (uploaded_at) where not is_handed_in;

-- The bytes, where PostgreSQL keeps them. Pictures and videos are compressed already: no second attempt at it.
create table attachment_bytes (
    attachment_id     uuid        not null,
    position          int         not null,
    bytes             bytea       not null,
    primary key (attachment_id, position)
);
alter table attachment_bytes alter column bytes set storage external;
