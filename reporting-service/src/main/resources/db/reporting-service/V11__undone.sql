-- A step was taken back: the facts after back_to and before this one are not kept any more, nor taken in when they come late.
alter table incident_fact add column back_to bigint;

-- What ended a deadline, and what opened it again; versions of the incident. The later of the two holds.
alter table deadline_fact add column ended_by bigint not null default 0;
alter table deadline_fact add column reopened_by bigint not null default 0;

-- Lost time with who had sent it there the last time that the organ gave it back; not what an end told of that was taken back.
create or replace view time_lost_view as
    select t.*, coalesce(g.routed_by, 'unknown') as routed_by
      from time_lost t
      left join lateral (select routed_by from given_back g where g.incident_id = t.incident_id and g.organ = t.organ
                          order by g.version desc limit 1) g on true
     where not exists (select from incident_fact later
                        where later.incident_id = t.incident_id and later.version > t.incident_version
                          and later.back_to < t.incident_version);
