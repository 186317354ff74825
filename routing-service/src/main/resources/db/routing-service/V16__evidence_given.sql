-- Each pack of evidence that was given out. A pack holds more than the chain of facts covers (deadlines, the page), and what it says changes as the
-- incident and the words of the service go on: by the hash of its manifest anybody can ask at any time whether a pack is one of ours as it was.
create table evidence_given (
    incident_id uuid        not null references incident,
    manifest    text        not null,
    facts       integer     not null,
    head        text        not null,
    given_at    timestamptz not null,
    given_to    text        not null,
    primary key (incident_id, manifest)
);
