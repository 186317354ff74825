package otklik.regulation;

import java.time.Duration;

/**
 * From when on many messages about the same in the same place are a surge, of which the leadership is told at once (AK-21, LB-12, LP-21).
 * The regulations name no figures: these are the installation's.
 *
 * @param within the time that is counted, back from now: plain hours, night and days off included
 * @param atLeast fewer people than that are no surge, however quiet it usually is
 * @param timesUsual so many times the usual number of people
 * @param usualOverDays days before that time, over which the usual number is averaged
 */
public record SurgeRule(Duration within, int atLeast, int timesUsual, int usualOverDays, String clause) {}
