-- The version before the last thing that changed the incident: what came about after it came about together and is taken back together.
alter table incident add column last_step_from bigint;
