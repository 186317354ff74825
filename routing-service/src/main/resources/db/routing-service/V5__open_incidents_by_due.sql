-- Open incidents are few beside the closed ones: queues walk them in the order of what is due first, and find those of an organ among them.
-- The expression and the condition are those of QueueSql, to the letter.
create index incident_open_by_due on incident ((coalesce(next_due_at, timestamptz '9999-01-01T00:00:00Z')), id)
    where state not in ('SCREENED_OUT', 'NO_REACTION', 'DONE');
create index incident_open_by_organs on incident using gin (organs)
    where state not in ('SCREENED_OUT', 'NO_REACTION', 'DONE');
