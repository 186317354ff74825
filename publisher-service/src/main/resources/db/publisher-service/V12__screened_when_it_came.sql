-- The version of the fact that told people of the incident: its registration, or what brought it back if it was screened out when it came.
-- Null while nobody has been told.
alter table incident add column announced_by bigint default 1;
