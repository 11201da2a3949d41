package io.chunfeng.web;

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
import org.springframework.util.MultiValueMap;

/**
 * A report as it is typed: on the board one press, on the trip's own page with the number of people by group.
 *
 * @param seen id of the latest event that the page showed
 * @param minutes of a delay
 * @param at local time in Asia/Shanghai; empty: now, or the published time when that is more than a day away
 * @param group ids, with as many figures and reasons in the same order
 */
record DayForm(
        Report report,
        long seen,
        String minutes,
        String at,
        String remark,
        List<String> group,
        List<String> persons,
        List<String> reason) {
    private static final Duration TODAY = Duration.ofHours(24);
    private static final int LONGEST_REMARK = 500;

    /** Each group's figures as they were sent: one that is empty, or holds a comma, stays one. */
    static DayForm of(Report report, long seen, MultiValueMap<String, String> sent) {
        return new DayForm(
                report,
                seen,
                sent.getFirst("minutes"),
                sent.getFirst("at"),
                sent.getFirst("remark"),
                all(sent, "group"),
                all(sent, "persons"),
                all(sent, "reason"));
    }

    private static List<String> all(MultiValueMap<String, String> sent, String field) {
        return sent.getOrDefault(field, List.of());
    }

    /** Null when something is wrong, which is then among the errors. */
    TripEntry read(BoardTrip trip, Instant now, FieldErrors errors) {
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
        for (int i = 0; report.ran() && i < group.size(); i++) {
            int counted = number(at(persons, i), "persons-" + group.get(i), "day.error.persons", errors);
            boarded.add(new Boarded(group.get(i), counted, counted, at(reason, i)));
        }
        return errors.isEmpty() ? new TripEntry(trip.ref(), report, seen, delay, happened, remark, boarded) : null;
    }

    private static String at(List<String> values, int index) {
        return index < values.size() ? values.get(index) : "";
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
