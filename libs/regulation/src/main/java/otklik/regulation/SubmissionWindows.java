package otklik.regulation;

import otklik.regulation.time.OfficeHours;

/** When drafts are taken for approval (VP-10); {@code stage} is the term that has to fit in. */
public record SubmissionWindows(String stage, String clause, OfficeHours hours) {}
