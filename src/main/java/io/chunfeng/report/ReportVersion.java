package io.chunfeng.report;

import io.chunfeng.statistics.CountingSettings;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One writing of a stage report; never changed. With the same recording it has the same figures for ever.
 *
 * @param number 1, 2, 3, …
 * @param recording what was recorded later is not in it, 0 for nothing recorded yet
 * @param since first day of the cumulative figures
 * @param comparedFrom first day of the stage that this one is compared with, null for none, like the last day
 */
public record ReportVersion(
        int number,
        long recording,
        CountingSettings settings,
        LocalDate since,
        LocalDate comparedFrom,
        LocalDate comparedTo,
        ReportEntry entry,
        String writtenBy,
        Instant writtenAt) {
    public ReportVersion {
        if ((comparedFrom == null) != (comparedTo == null)) {
            throw new IllegalArgumentException("a stage has both days or none: " + comparedFrom + " " + comparedTo);
        }
    }
}
