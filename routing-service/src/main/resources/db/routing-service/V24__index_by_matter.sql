-- What is usual of a matter is counted over four weeks: read what is about it, not all that came in since.
create index incident_by_matter on incident (jurisdiction, topic_group, coalesce(location, ''), detected_at);
