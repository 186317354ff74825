-- In which role, and for whom, somebody answered for a promise; null for answers of before.
alter table promise_answer add column actor json;

-- Every reply that went out, interim ones too, and the fact that holds its words: what a new one is held against.
create table sent_reply (
    reply_id      uuid primary key,
    jurisdiction  text        not null,
    sent_at       timestamptz not null,
    incident_id   uuid        not null,
    version       bigint      not null
);
create index sent_reply_lately on sent_reply (jurisdiction, sent_at desc);
insert into sent_reply
select distinct on (reply) reply, jurisdiction, sent_at, incident_id, version
from (
    select cast(approved.fact ->> 'replyId' as uuid) as reply, incident.jurisdiction, published.at as sent_at, approved.incident_id,
        approved.version
    from incident_event published
    join incident_event approved on approved.incident_id = published.incident_id and approved.type = 'ReplyApproved'
        and approved.fact ->> 'replyId' = published.fact ->> 'replyId'
    join incident on incident.id = published.incident_id
    where published.type = 'ReplyPublished' and published.fact ->> 'kind' is distinct from 'clarification') sent
order by reply, sent_at;
