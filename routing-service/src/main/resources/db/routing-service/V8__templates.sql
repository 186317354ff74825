-- Ready texts. A deleted one stays as a mark, so that the file it came from does not bring it back.
create table reply_template (
    id            uuid primary key,
    jurisdiction  text        not null,
    name          text        not null,
    organ         text,
    topic_group   text,
    topic         text,
    purpose       text        not null,
    said          text        not null,
    version       bigint      not null,
    edited_at     timestamptz not null,
    edited_by     text        not null,
    deleted_at    timestamptz
);
create unique index reply_template_name on reply_template (jurisdiction, lower(name)) where deleted_at is null;
