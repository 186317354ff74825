-- Who sent an incident to an organ: a rule, what was learned, or a curator by hand. Facts from before this table are of an unknown sender.
create table routing_fact (
    incident_id uuid not null,
    version bigint not null,
    jurisdiction text not null,
    organ text not null,
    routed_by text not null,
    at timestamptz not null,
    primary key (incident_id, version)
);
create index routing_fact_at on routing_fact (jurisdiction, at);

-- Working time of an organ that gave the incident back, told when the incident ended; a later end of the same incident has the new sums.
create table time_lost (
    incident_id uuid not null,
    organ text not null,
    jurisdiction text not null,
    incident_version bigint not null,
    lost_s double precision not null,
    ended_at timestamptz not null,
    primary key (incident_id, organ)
);
create index time_lost_at on time_lost (jurisdiction, ended_at);

-- Every time an organ gave an incident back, with who had sent it there.
create view given_back as
    select f.incident_id, f.version, f.jurisdiction, f.organ, f.at, coalesce(r.routed_by, 'unknown') as routed_by
      from incident_fact f
      left join lateral (select routed_by from routing_fact r
                          where r.incident_id = f.incident_id and r.organ = f.organ and r.version < f.version
                          order by r.version desc limit 1) r on true
     where f.type in ('RETURNED', 'CONTRIBUTION_RETURNED');

-- Lost time with who had sent it there the last time that the organ gave it back.
create view time_lost_view as
    select t.*, coalesce(g.routed_by, 'unknown') as routed_by
      from time_lost t
      left join lateral (select routed_by from given_back g where g.incident_id = t.incident_id and g.organ = t.organ
                          order by g.version desc limit 1) g on true;
