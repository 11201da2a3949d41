package io.chunfeng.capacity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 2024-02-17 08:30, 2024/2/17, 2024年2月17日8:30, 2024-02-17T08:30:00+08:00: in Asia/Shanghai without an offset. */
final class TypedMoment {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Pattern MOMENT = Pattern.compile(
            "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T\\s]*(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?(Z|[+-]\\d{2}:\\d{2})?");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    private static final int EARLIEST_YEAR = 1990;
    private static final int LATEST_YEAR = 2199;

    private TypedMoment() {}

    static Optional<Instant> read(String text, boolean last) {
        Matcher matcher = MOMENT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
            boolean dateOnly = matcher.group(4) == null;
            if (date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR) {
                return Optional.empty();
            }
            LocalTime time = dateOnly
                    ? LocalTime.MIDNIGHT
                    : LocalTime.of(number(matcher, 4), number(matcher, 5), number(matcher, 6));
            ZoneId zone = matcher.group(7) == null ? ZONE : ZoneOffset.of(matcher.group(7));
            return Optional.of((dateOnly && last ? date.plusDays(1) : date)
                    .atTime(time)
                    .atZone(zone)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As date-time inputs of pages want it: local, to the minute. */
    static String write(Instant moment) {
        return WRITTEN.format(moment.atZone(ZONE));
    }

    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }
}
