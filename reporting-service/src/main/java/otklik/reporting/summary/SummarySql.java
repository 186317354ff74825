package otklik.reporting.summary;

/** The questions in SQL. An answer counts for the organ that held the incident when it stood there, a breach for the one that held the term. */
final class SummarySql {

    /** Final answers of the period, each with how it kept the term to answer; null where it had none. */
    private static final String ANSWERS = """
            with answer as (
                 select i.incident_id, i.answered_by as organ, i.topic_group, i.answered_at, i.answered_in_s, i.answered_in_working_s,
                        (select bool_or(d.breached) from deadline_view d
                          where d.incident_id = i.incident_id and d.stage = :stage and d.cancelled_at is null) as late
                   from incident_view i
                  where i.jurisdiction = :jurisdiction and i.answered_at >= :start and i.answered_at < :end)""";

    static final String TOTALS = ANSWERS + """
            , fact as (select type from incident_fact where jurisdiction = :jurisdiction and at >= :start and at < :end)
            select 'detected' as name, count(*) as value from incident_view
             where jurisdiction = :jurisdiction and detected_at >= :start and detected_at < :end
            union all select 'published', count(*) from answer
            union all select 'publishedInTime', count(*) from answer where not late
            union all select 'publishedLate', count(*) from answer where late
            union all select 'returned', count(*) from fact where type = 'RETURNED'
            union all select 'reworks', count(*) from fact where type = 'REWORK_REQUESTED'
            union all select 'screenedOut', count(*) from fact where type = 'SCREENED_OUT'
            union all select 'open', count(*) from incident_view
             where jurisdiction = :jurisdiction and state not in ('DONE', 'SCREENED_OUT', 'NO_REACTION')
            union all select 'overdue', count(distinct incident_id) from deadline_view
             where jurisdiction = :jurisdiction and open and breached""";

    static final String BY_STATE = """
            select state, count(*) as value from incident_view
             where jurisdiction = :jurisdiction and detected_at >= :start and detected_at < :end
             group by state order by 2 desc, 1""";

    static final String BY_ORGAN = ANSWERS + """
            , fact as (select organ,
                              count(distinct incident_id) filter (where type = 'ROUTED') as assigned,
                              count(*) filter (where type = 'RETURNED') as returned,
                              count(*) filter (where type = 'REWORK_REQUESTED') as reworks
                         from incident_fact
                        where jurisdiction = :jurisdiction and at >= :start and at < :end and organ is not null group by organ)
            , answered as (select organ, count(*) as published, count(*) filter (where not late) as in_time,
                                  count(*) filter (where late) as late from answer where organ is not null group by organ)
            , broken as (select organ, count(distinct incident_id) as overdue from deadline_view
                          where jurisdiction = :jurisdiction and open and breached and organ is not null group by organ)
            select organ, coalesce(n.name, organ) as name, coalesce(assigned, 0) as assigned, coalesce(published, 0) as published,
                   coalesce(in_time, 0) as in_time, coalesce(late, 0) as late, coalesce(overdue, 0) as overdue,
                   coalesce(returned, 0) as returned, coalesce(reworks, 0) as reworks
              from fact full join answered using (organ) full join broken using (organ) left join organ_name n using (organ)
             order by 2""";

    static final String BY_TOPIC = """
            select coalesce(topic_group, '—') as topic_group,
                   count(*) filter (where detected_at >= :start and detected_at < :end) as detected,
                   count(*) filter (where answered_at >= :start and answered_at < :end) as published
              from incident_view
             where jurisdiction = :jurisdiction
               and (detected_at >= :start and detected_at < :end or answered_at >= :start and answered_at < :end)
             group by 1 order by 2 desc, 1""";

    static final String BREACHES = """
            select clause, min(title) as title, count(*) as value from deadline_view
             where jurisdiction = :jurisdiction and breached and due_at >= :start and due_at < :end
             group by clause order by 3 desc, 1""";

    static final String BY_DAY = """
            select d::date as day,
                   (select count(*) from incident_view where jurisdiction = :jurisdiction and detected_at >= d at time zone :zone
                       and detected_at < (d + interval '1 day') at time zone :zone) as detected,
                   (select count(*) from incident_view where jurisdiction = :jurisdiction and answered_at >= d at time zone :zone
                       and answered_at < (d + interval '1 day') at time zone :zone) as published,
                   (select count(*) from deadline_view where jurisdiction = :jurisdiction and breached and due_at >= d at time zone :zone
                       and due_at < (d + interval '1 day') at time zone :zone) as breached
              from generate_series(cast(:firstDay as timestamp), cast(:lastDay as timestamp), interval '1 day') as d
             order by 1""";

    static final String TIME_TO_ANSWER = ANSWERS + """
            select percentile_cont(0.5) within group (order by answered_in_s) as median,
                   percentile_cont(0.9) within group (order by answered_in_s) as p90,
                   percentile_cont(0.5) within group (order by answered_in_working_s) as median_working,
                   percentile_cont(0.9) within group (order by answered_in_working_s) as p90_working
              from answer""";

    private SummarySql() {}
}
