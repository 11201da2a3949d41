package io.chunfeng.web;

import io.chunfeng.day.Absent;
import io.chunfeng.day.BoardTrip;
import io.chunfeng.day.Boarded;
import io.chunfeng.day.Report;
import io.chunfeng.day.TripEntry;
import io.chunfeng.plan.PlanningProblem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/**
 * A report as it is typed: on the board one press, on the trip's own page with the number of people by group.
 *
 * @param seen id of the latest event that the page showed
 * @param minutes of a delay
 * @param at local time in Asia/Shanghai; empty: now, or the published time when that is more than a day away
 * @param rest whoever is not accounted for did not come (未到)
 * @param figures of people by group, as they were typed
 */
record DayForm(
        Report report,
        long seen,
        String minutes,
        String at,
        String remark,
        boolean rest,
        List<BoardingFigures> figures) {
    private static final Duration TODAY = Duration.ofHours(24);
    private static final int LONGEST_REMARK = 500;

    static DayForm of(Report report, long seen, MultiValueMap<String, String> sent) {
        return new DayForm(
                report,
                seen,
                sent.getFirst("minutes"),
                sent.getFirst("at"),
                sent.getFirst("remark"),
                sent.containsKey("rest"),
                BoardingFigures.typed(sent));
    }

    /**
     * Null when something is wrong, which is then among the errors.
     *
     * @param expected persons by group
     * @param now when it happened unless a time was typed
     */
    TripEntry read(BoardTrip trip, Map<String, Integer> expected, Instant now, FieldErrors errors) {
        if (report == null) {
            errors.add("report", "day.error.report");
            return null;
        }
        int delay = report == Report.LATE ? number(minutes, "minutes", "day.error.minutes", errors) : 0;
        Instant happened = moment(trip, now, errors);
        if (remark != null && remark.length() > LONGEST_REMARK) {
            errors.add("remark", "request.error.reasonLong", String.valueOf(LONGEST_REMARK));
        }
        List<Boarded> boarded = new ArrayList<>();
        if (report.ran()) {
            figures.forEach(one -> boarded.add(boarded(one, expected.getOrDefault(one.group(), 0), errors)));
        }
        return errors.isEmpty() ? new TripEntry(trip.ref(), report, seen, delay, happened, remark, boarded) : null;
    }

    private Boarded boarded(BoardingFigures typed, int expected, FieldErrors errors) {
        String field = "persons-" + typed.group();
        int persons = number(typed.persons(), field, "day.error.persons", errors);
        int refused = some(typed.refused(), field, errors);
        int moved = some(typed.moved(), field, errors);
        int noShow = rest ? Math.max(0, expected - persons - refused - moved) : some(typed.noShow(), field, errors);
        if (typed.reason().length() > LONGEST_REMARK) {
            errors.add(field, "request.error.reasonLong", String.valueOf(LONGEST_REMARK));
        }
        return new Boarded(
                typed.group(),
                persons,
                persons,
                some(typed.infants(), field, errors),
                some(typed.escorts(), field, errors),
                new Absent(noShow, refused, moved, typed.movedTo()),
                typed.reason());
    }

    /** Empty for none. */
    private static int some(String typed, String field, FieldErrors errors) {
        return typed.isBlank() ? 0 : number(typed, field, "recording.error.number", errors);
    }

    private static int number(String typed, String field, String key, FieldErrors errors) {
        try {
            int number = Integer.parseInt(typed == null ? "" : typed.strip());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        errors.add(field, key);
        return 0;
    }

    private Instant moment(BoardTrip trip, Instant now, FieldErrors errors) {
        if (at == null || at.isBlank()) {
            Instant published = switch (report) {
                case ARRIVED -> trip.arrival();
                case DEPARTED -> trip.departure();
                case PLANNED, ASSEMBLING, LATE, CANCELLED -> trip.meeting();
            };
            Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
            return Duration.between(published, minute).abs().compareTo(TODAY) <= 0 ? minute : published;
        }
        try {
            return LocalDateTime.parse(at.strip()).atZone(PlanningProblem.ZONE).toInstant();
        } catch (DateTimeException e) {
            errors.add("at", "request.error.moment");
            return now;
        }
    }
}
