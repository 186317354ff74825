-- A step was taken back: the facts after back_to and before this one are not kept any more, nor taken in when they come late.
alter table incident_fact add column back_to bigint;

-- What ended a deadline, and what opened it again; versions of the incident. The later of the two holds.
alter table deadline_fact add column ended_by bigint not null default 0;
alter table deadline_fact add column reopened_by bigint not null default 0;
