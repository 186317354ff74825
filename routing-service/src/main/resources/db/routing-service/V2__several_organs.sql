-- Who has to do something with the incident now (role@jurisdiction[/organ]): the queue of each; and the organs that work on it.
alter table incident add column awaits text[] not null default '{}';
alter table incident add column organs text[] not null default '{}';
update incident set organs = array[organ] where organ is not null;
update incident set awaits = case
    when state in ('NEW', 'RETURNED', 'ON_APPROVAL') then array['curator@' || jurisdiction]
    when state in ('ROUTED', 'IN_WORK', 'REWORK', 'AWAITING_FINAL') or (state = 'APPROVED' and manual_needed)
        then array['executor@' || jurisdiction || '/' || organ, 'responsible@' || jurisdiction || '/' || organ]
    else '{}' end;
create index incident_by_seat on incident using gin (awaits);
create index incident_by_organs on incident using gin (organs);
