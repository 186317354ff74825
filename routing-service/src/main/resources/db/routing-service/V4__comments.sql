-- Comments inside the team: no facts, told to nobody outside the service.
create table incident_comment (
    id            uuid primary key,
    incident_id   uuid        not null references incident,
    at            timestamptz not null,
    author        text        not null,
    author_name   text        not null,
    said          text        not null
);
create index incident_comment_by_incident on incident_comment (incident_id, at);
