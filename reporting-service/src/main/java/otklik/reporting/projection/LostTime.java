package otklik.reporting.projection;

/** Minutes lost to wrong routing, for those who count them. */
public final class LostTime {

    /**
     * A table for {@code with}: a row of {@code lost_time} for each organ that had an incident in vain, with {@code incident_id}, {@code organ},
     * {@code jurisdiction}, {@code lost_s}, {@code ended_at} and {@code routed_by}: who had sent it there the last time that the organ gave it
     * back; where it never did, because others got it, the last time at all.
     */
    public static final String TABLE = """
            lost_time as (
                select t.incident_id, t.organ, t.jurisdiction, t.lost_s, t.ended_at,
                       case when t.routed_by <> 'unknown' then t.routed_by
                            else coalesce((select s.routed_by from routing_fact s
                                            where s.incident_id = t.incident_id and s.organ = t.organ and s.version < t.incident_version
                                            order by s.version desc limit 1), 'unknown') end as routed_by
                  from time_lost_view t)""";

    private LostTime() {}
}
