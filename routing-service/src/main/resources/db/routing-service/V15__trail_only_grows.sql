-- Which facts are not on incidents.lifecycle.v1 yet. A row of its own, so that the trail is only ever added to and a fact is written once.
create table unsent_event (
    position bigint primary key
);
insert into unsent_event select position from incident_event where sent_at is null;
drop index incident_event_unsent;
alter table incident_event drop column sent_at;
-- Nobody looks for it, and ids at random places of an index make each write a write of whole pages.
alter table incident_event drop constraint incident_event_event_id_key;
