-- Who is over which organs; null for everybody else, and for a supervisor over all.
alter table person add column over_organs text[];

-- Organs by name, from reference.organs.v1.
create table organ (
    id text primary key,
    name text not null
);

-- Who is away and who stands in, from reference.absences.v1.
create table absence (
    id text primary key,
    person text not null,
    substitute text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null
);
create index absence_of_person on absence (person, ends_at);

-- The organ that has it, and who worked on it last for which organ.
alter table incident
    add column organ text,
    add column worker text,
    add column worker_organ text;
update incident set organ = (select n.organ from notice n where n.incident_id = incident.incident_id order by n.version desc limit 1);

-- What is to be told, to which roles, not before which instant. Whom it reaches is looked up when that has come.
alter table notice rename column routed_at to came_at;
alter table notice alter column organ drop not null;
alter table notice
    add column name text,
    add column sort text,
    add column roles text[],
    add column clause text,
    add column deadline_id uuid,
    add column tell_at timestamptz,
    add column useless_from timestamptz,
    add column ended text,
    add column event text,
    add column state text not null default 'WAITING' check (state in ('WAITING', 'TOLD', 'VOID'));
update notice set name = incident_id || '.' || version, sort = 'assigned', roles = '{executor}', tell_at = came_at, state = 'TOLD',
    event = jsonb_build_object(
        'incidentId', incident_id, 'jurisdiction', jurisdiction, 'version', version,
        'at', to_char(came_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'by', jsonb_build_object('id', 'system', 'role', 'system'),
        'fact', jsonb_build_object('fact', 'incident.routed', 'organ', organ, 'organName', organ_name, 'automatic', false))::text;
alter table notice drop constraint notice_pkey;
alter table notice add primary key (name);
alter table notice
    alter column sort set not null,
    alter column roles set not null,
    alter column tell_at set not null,
    alter column event set not null,
    drop column organ_name;
create index notice_waiting on notice (tell_at) where state = 'WAITING';
create index notice_of_deadline on notice (deadline_id) where deadline_id is not null;
create index notice_of_incident on notice (incident_id, version);
create index notice_lately on notice (tell_at);
drop index notice_organ;

-- A letter says one notice to one person, or to whoever stands in for that person. Of those that may wait a person gets only so many in a while.
alter table letter
    add column notice text,
    add column standing_in_for text,
    add column may_wait boolean not null default false;
update letter set notice = incident_id || '.' || version;
alter table letter alter column notice set not null;
alter table letter drop column version;
alter table letter drop constraint letter_state_check;
alter table letter add constraint letter_state_check check (state in ('READY', 'SENDING', 'SENT', 'FAILED', 'VOID'));
create index letter_of_notice on letter (notice);
create index letter_sent_lately on letter (sent_at, person_id, sent_with) where state = 'SENT' and may_wait;
