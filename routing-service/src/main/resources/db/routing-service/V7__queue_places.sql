-- Where an incident stands in which queue: one row for each queue of each person, organ and jurisdiction ("mine:curator@altai-krai",
-- "open:altai-krai.transport", "closed:altai-krai"), sorted by what is due first or, where nothing is due any more, by the last change.
-- A page of any queue is one walk along an index. Written together with the incident and with its next deadline.
create table queue_place (
    incident_id   uuid        not null references incident,
    place         text        not null,
    sort_at       timestamptz not null,
    primary key (incident_id, place)
);
insert into queue_place (incident_id, place, sort_at)
select id, 'open:' || scope, coalesce(next_due_at, '9999-01-01T00:00:00Z')
from incident cross join lateral (select jurisdiction union select unnest(organs)) as scopes (scope)
where state not in ('DONE', 'NO_REACTION', 'SCREENED_OUT')
union all
select id, 'mine:' || seat, coalesce(next_due_at, '9999-01-01T00:00:00Z')
from incident cross join lateral (select distinct unnest(awaits)) as seats (seat)
where state not in ('DONE', 'NO_REACTION', 'SCREENED_OUT')
union all
select id, case state when 'SCREENED_OUT' then 'screened:' else 'closed:' end || scope, changed_at
from incident cross join lateral (select jurisdiction union select unnest(organs)) as scopes (scope)
where state in ('DONE', 'NO_REACTION', 'SCREENED_OUT');
create index queue_place_in_order on queue_place (place, sort_at, incident_id);

-- What an incident is found by: its number (whole, or the running part with and without zeros), its place and the words of the post in any
-- grammatical form; е stands for ё.
create function search_words(number text, location text, post text) returns tsvector language sql immutable parallel safe
return to_tsvector('russian', translate(
    concat_ws(' ', number, substring(number from '\d+$'), ltrim(substring(number from '\d+$'), '0'), location, post), 'ёЁ', 'еЕ'));
create table incident_words (
    incident_id   uuid primary key references incident,
    words         tsvector not null
);
insert into incident_words select id, search_words(number, location, post_text) from incident;
create index incident_words_found on incident_words using gin (words);
-- Thousands of common words known by their frequency, so that a search is planned for its words.
alter table incident_words alter column words set statistics 1000;

-- The hash of the last fact, so that a command reads it with the lock.
alter table incident add column head text;
update incident set head = e.hash from incident_event e where e.incident_id = incident.id and e.version = incident.version;
alter table incident alter column head set not null;

-- No index on what commands change: such updates stay in their page and touch no index at all.
alter table incident drop column awaits;
drop index incident_by_due, incident_by_organ, incident_by_change, incident_by_words, incident_by_organs, incident_open_by_due,
    incident_open_by_organs;
alter table incident set (fillfactor = 70);
