package io.chunfeng.web;

import io.chunfeng.day.Happening;
import io.chunfeng.day.IncidentKind;
import io.chunfeng.plan.PlanningProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * An incident as it is typed; which fields count depends on the kind.
 *
 * @param plan id of the plan in force that it is about
 * @param closure id of a closure (封路)
 * @param station name or id of a place
 * @param at local time in Asia/Shanghai, like {@code until}
 * @param major absent for no
 */
record IncidentForm(
        Long plan,
        IncidentKind kind,
        String vehicle,
        String group,
        String persons,
        String minutes,
        String station,
        Long closure,
        String until,
        String at,
        String location,
        String description,
        Boolean major) {
    private static final int MOST_PERSONS = 10_000;
    private static final int MOST_MINUTES = 3 * 24 * 60;
    private static final int LONGEST_TEXT = 1000;

    /** Null when something is wrong, which is then among the errors. @param placeId of the station, or null when it is none */
    Happening read(String placeId, FieldErrors errors) {
        if (kind == null) {
            errors.add("kind", "incident.error.kind");
            return null;
        }
        Instant happened = moment(at, "at", errors);
        if (location != null && location.length() > LONGEST_TEXT
                || description != null && description.length() > LONGEST_TEXT) {
            errors.add("description", "request.error.reasonLong", String.valueOf(LONGEST_TEXT));
        }
        Happening happening = switch (kind) {
            case COACH_BROKEN -> new Happening.CoachBroken(needed(vehicle, "vehicle", errors), end(happened, errors));
            case DRIVER_UNAVAILABLE ->
                new Happening.DriverUnavailable(needed(vehicle, "vehicle", errors), end(happened, errors));
            case SERVICE_CANCELLED -> new Happening.ServiceCancelled(needed(vehicle, "vehicle", errors));
            case GROUP_LATE ->
                new Happening.GroupLate(
                        needed(group, "group", errors), number(minutes, "minutes", MOST_MINUTES, errors));
            case NO_SHOWS ->
                new Happening.NoShows(needed(group, "group", errors), number(persons, "persons", MOST_PERSONS, errors));
            case GROUP_RESIZED ->
                new Happening.GroupResized(
                        needed(group, "group", errors), number(persons, "persons", MOST_PERSONS, errors));
            case ROAD_CLOSED -> {
                if (closure == null) {
                    errors.add("closure", "incident.error.closure");
                }
                yield new Happening.RoadClosed(closure == null ? 0 : closure);
            }
            case STATION_CLOSED -> {
                if (placeId == null) {
                    errors.add("station", "incident.error.station");
                }
                yield new Happening.StationClosed(placeId, end(happened, errors));
            }
        };
        return errors.isEmpty() ? happening : null;
    }

    Instant happenedAt() {
        return LocalDateTime.parse(at.strip()).atZone(PlanningProblem.ZONE).toInstant();
    }

    boolean markedMajor() {
        return Boolean.TRUE.equals(major);
    }

    private Instant end(Instant from, FieldErrors errors) {
        Instant end = moment(until, "until", errors);
        if (from != null && end != null && !end.isAfter(from)) {
            errors.add("until", "incident.error.until");
        }
        return end;
    }

    static Instant moment(String typed, String field, FieldErrors errors) {
        try {
            return LocalDateTime.parse(typed == null ? "" : typed.strip())
                    .atZone(PlanningProblem.ZONE)
                    .toInstant();
        } catch (DateTimeException e) {
            errors.add(field, "request.error.moment");
            return null;
        }
    }

    private static String needed(String typed, String field, FieldErrors errors) {
        if (typed == null || typed.isBlank()) {
            errors.add(field, "incident.error." + field);
            return "";
        }
        return typed.strip();
    }

    private static int number(String typed, String field, int most, FieldErrors errors) {
        try {
            int number = Integer.parseInt(typed == null ? "" : typed.strip());
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        errors.add(field, "incident.error.number", String.valueOf(most));
        return 0;
    }
}
