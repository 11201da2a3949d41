package io.chunfeng.freeze;

import io.chunfeng.statistics.ReportingCalendar;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Moments as findings keep them. */
final class Moments {
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ReportingCalendar.ZONE);

    private Moments() {}

    static String shown(Instant at) {
        return SHOWN.format(at);
    }
}
