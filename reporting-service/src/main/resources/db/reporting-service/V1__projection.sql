-- Every fact of every incident, once, whatever order or number it comes in. organ is who held the incident then.
create table incident_fact (
    incident_id uuid not null,
    version bigint not null,
    jurisdiction text not null,
    type text not null,
    organ text,
    at timestamptz not null,
    primary key (incident_id, version)
);
create index incident_fact_at on incident_fact (jurisdiction, at);

-- Where each incident stands. What the registration says is null until the registration was seen.
create table incident_view (
    incident_id uuid primary key,
    jurisdiction text not null,
    version bigint not null,
    state text not null,
    number text,
    channel text,
    topic_group text,
    topic text,
    location text,
    importance text,
    classified_by bigint not null default 0,
    organ text,
    detected_at timestamptz,
    answered_at timestamptz,
    answered_by text,
    answered_in_s bigint,
    answered_in_working_s bigint
);
create index incident_view_detected on incident_view (jurisdiction, detected_at);
create index incident_view_answered on incident_view (jurisdiction, answered_at);

create table organ_name (
    organ text primary key,
    name text not null
);

-- What is known of each deadline. Every column only ever gains knowledge, so the order of events does not matter.
create table deadline_fact (
    deadline_id uuid primary key,
    incident_id uuid not null,
    jurisdiction text not null,
    stage text not null,
    title text not null,
    clause text not null,
    organ text,
    started_at timestamptz not null,
    due_at timestamptz not null,
    due_known_at timestamptz not null,
    warned_percent int,
    breached_at timestamptz,
    met_at timestamptz,
    met_late boolean not null default false,
    cancelled_at timestamptz,
    lapsed_at timestamptz
);
create index deadline_fact_incident on deadline_fact (incident_id);
create index deadline_fact_due on deadline_fact (jurisdiction, due_at);

-- A deadline that was moved beyond its breach is not breached.
create view deadline_view as
    select d.*,
           d.met_late or coalesce(d.breached_at >= d.due_at, false) as breached,
           d.met_at is null and d.cancelled_at is null and d.lapsed_at is null as open
      from deadline_fact d;
