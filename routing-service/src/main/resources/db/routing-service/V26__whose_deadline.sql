-- Whose work a deadline is about (id of the organ) and which role owes it, as the sla-timer tells; null for what it told of before.
alter table incident_deadline add column concerns text, add column owner text;
alter table deadline_event add column concerns text, add column owner text;
