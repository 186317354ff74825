-- In which threads of a network the answer of an asked author may stand, while we wait for it: "vk:-217_77" the whole post, "vk:-217_77/498"
-- what hangs on a comment. Written together with the facts that begin and end the waiting, so it stays as small as what is waited for.
create table awaited_answer (
    incident_id   uuid        not null references incident,
    thread        text        not null,
    -- personal data: the network's id of the author
    author        text        not null,
    primary key (incident_id, thread)
);
create index awaited_answer_by_thread on awaited_answer (thread, author);

-- Comments that became answers, by the id of the incident that each would have been.
create table author_answer (
    comment_id    uuid primary key,
    incident_id   uuid        not null references incident
);

-- Comments, incidents by themselves, that were written while our question was on its way: when it stands, they may turn out to be answers.
create table early_answer (
    incident_id   uuid        not null references incident,
    comment_id    uuid        not null,
    primary key (incident_id, comment_id)
);

-- Whoever was asked before this table was there.
insert into awaited_answer (incident_id, thread, author)
select id,
       'vk:' || (address ->> 'owner_id') || '_' || (address ->> 'post_id')
           || coalesce('/' || split_part(coalesce(address ->> 'parents', address ->> 'comment_id'), ',', 1), ''),
       author ->> 'externalId'
from incident cross join lateral (select snapshot -> 'address' as address) as stands
where channel = 'vk' and author ->> 'externalId' is not null
  and (state = 'AWAITING_AUTHOR'
       or snapshot -> 'reply' ->> 'kind' = 'clarification'
          and (state = 'APPROVED' or state = 'IN_WORK' and snapshot -> 'marks' ->> 'authorSaid' is not null))
  and address ->> 'owner_id' ~ '^-?\d{1,19}$' and address ->> 'post_id' ~ '^\d{1,19}$'
  and coalesce(split_part(coalesce(address ->> 'parents', address ->> 'comment_id'), ',', 1), '1') ~ '^\d{1,19}$';
