-- When the author is to get an interim reply before days off (VP-10); null where none is due. Goes away with the fact that gives it.
alter table incident add column interim_due_at timestamptz;
create index incident_by_interim on incident (interim_due_at)
    -- without the state, which nearly every update changes: those would no longer stay in place
    where interim_due_at is not null;

-- What incidents teach of who is competent: where each went in the end, and who gave it back. Written with the facts that teach it.
create table learned_case (
    incident_id   uuid primary key references incident,
    organ         text,
    refused       text[]      not null default '{}',
    -- the transaction that changed it: readers go on from the oldest one that was still running when they last read
    changed_by    xid8        not null default pg_current_xact_id()
);
create index learned_case_by_change on learned_case (changed_by);

-- What was done before this table was there: the last word of people of each incident.
insert into learned_case (incident_id, organ, refused)
select i.id,
       case when i.state in ('SCREENED_OUT', 'NO_REACTION') then null else last.organ end,
       coalesce((select array_agg(distinct r.fact ->> 'organ') from incident_event r
                 where r.incident_id = i.id and r.type in ('IncidentReturned', 'ContributionReturned')
                   and r.fact ->> 'organ' is distinct from last.organ), '{}')
from incident i
left join lateral (
    select case when e.type = 'IncidentReturned' then null
                when e.type = 'ReplyPublished' then i.organ
                else e.fact ->> 'organ' end as organ
    from incident_event e
    where e.incident_id = i.id
      and (e.type = 'IncidentReturned'
           or e.type = 'IncidentRouted' and e.fact ->> 'automatic' = 'false'
           or e.type = 'ReplyPublished' and e.fact ->> 'kind' = 'final')
    order by e.version desc limit 1) last on true
where last.organ is not null
   or exists (select from incident_event r where r.incident_id = i.id and r.type in ('IncidentReturned', 'ContributionReturned'));

-- Working time of an organ that gave the incident back, as the sla-timer tells it when the incident ends.
create table time_lost (
    incident_id       uuid             not null,
    organ             text             not null,
    incident_version  bigint           not null,
    lost_s            double precision not null,
    ended_at          timestamptz      not null,
    primary key (incident_id, organ)
);
