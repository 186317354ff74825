-- Letters of one person that wait together leave as one. Names the letter whose message id they left under; those that have it stay together
-- when they are sent again.
alter table letter add column sent_with text;
create index letter_open_of_person on letter (person_id, next_at) where state in ('READY', 'SENDING');
create index letter_sent_with on letter (sent_with) where state = 'SENDING';
