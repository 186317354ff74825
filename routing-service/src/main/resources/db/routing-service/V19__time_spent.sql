-- Whose working time an incident took, as the sla-timer's ledger tells it when it ends: all its parts, not only what a wrong route cost.
create table time_spent (
    incident_id       uuid         primary key,
    incident_version  bigint       not null,
    ended_at          timestamptz  not null,
    parts             jsonb        not null
);

-- Of incidents that ended before only the minutes at organs that gave them back are known.
insert into time_spent (incident_id, incident_version, ended_at, parts)
select incident_id, max(incident_version), max(ended_at),
       jsonb_agg(jsonb_build_object('holder', 'organ', 'organ', organ, 'returned', true,
                                    'spent', 'PT' || round(cast(lost_s as numeric), 6) || 'S') order by organ)
from time_lost group by incident_id;

drop table time_lost;
