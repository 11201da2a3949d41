package io.chunfeng.web;

import io.chunfeng.desk.Operation;
import io.chunfeng.desk.Target;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A change by hand as a form says it; whatever is not asked for is null.
 *
 * @param op what is done
 * @param part of a group, as {@link DraftPart} says it
 * @param vehicle trip that it is about
 * @param target what of trip, pool and service counts
 * @param departure local time in Asia/Shanghai, as {@code 2024-02-17T06:00}
 */
record OperationForm(
        String op,
        String part,
        String vehicle,
        String group,
        String persons,
        String target,
        String trip,
        String pool,
        String service,
        String into,
        String departure) {

    /** A form that says no operation. */
    static final class BadFormException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String key;
        private final String detail;

        /** @param key of a message below {@code draft.bad.} */
        BadFormException(String key, String detail) {
            super("draft.bad." + key);
            this.key = key;
            this.detail = detail;
        }

        String key() {
            return "draft.bad." + key;
        }

        String detail() {
            return detail;
        }
    }

    /** @throws BadFormException naming the field that is missing or wrong */
    Operation operation(DeskView desk) {
        return switch (op == null ? "" : op) {
            case "move" -> new Operation.Move(journey(part), number(), target(desk));
            case "board" -> new Operation.Board(needed(group), number(), target(desk));
            case "split" -> new Operation.Split(journey(part), number());
            case "join" -> new Operation.Join(journey(part), journey(into));
            case "merge" -> new Operation.MergeTrips(needed(vehicle), trip(desk));
            case "pool" -> new Operation.ChangePool(needed(vehicle), needed(pool));
            case "departure" -> new Operation.ChangeDeparture(needed(vehicle), leaves());
            case "drop" -> new Operation.DropTrip(needed(vehicle));
            case "pin" -> new Operation.Pin(needed(vehicle));
            case "unpin" -> new Operation.Unpin(needed(vehicle));
            case "remedy" ->
                new Operation.Remedy(
                        needed(group), desk.remedy(group).orElseThrow(() -> new BadFormException("remedy", group)));
            default -> throw new BadFormException("op", op);
        };
    }

    /** The same for the draft as it is now; null when the part is no more on that trip. */
    OperationForm movedTo(Plan plan) {
        String foundPart = part == null ? null : DraftPart.again(part, plan);
        String foundInto = !"join".equals(op) ? into : DraftPart.again(into, plan);
        if (part != null && foundPart == null || "join".equals(op) && foundInto == null) {
            return null;
        }
        return new OperationForm(
                op, foundPart, vehicle, group, persons, target, trip, pool, service, foundInto, departure);
    }

    /** To be sent again. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("op", op);
        fields.put("part", part);
        fields.put("vehicle", vehicle);
        fields.put("group", group);
        fields.put("persons", persons);
        fields.put("target", target);
        fields.put("trip", trip);
        fields.put("pool", pool);
        fields.put("service", service);
        fields.put("into", into);
        fields.put("departure", departure);
        fields.values().removeIf(value -> value == null || value.isEmpty());
        return fields;
    }

    private Target target(DeskView desk) {
        return switch (target == null ? "" : target) {
            case "trip" -> new Target.OnTrip(trip(desk));
            case "pool" -> new Target.OnNewTrip(needed(pool));
            case "service" -> new Target.OnService(needed(service));
            case "off" -> new Target.Off();
            default -> throw new BadFormException("choice", target);
        };
    }

    private String trip(DeskView desk) {
        String typed = trip == null ? "" : trip.strip();
        return desk.view().plan().coachTrips().stream()
                .map(Plan.CoachTrip::id)
                .filter(id -> id.equalsIgnoreCase(typed))
                .findFirst()
                .orElseThrow(() -> new BadFormException(
                        "trip",
                        desk.view().plan().coachTrips().stream()
                                .findFirst()
                                .map(Plan.CoachTrip::id)
                                .orElse("–")));
    }

    private int number() {
        String typed = persons == null ? "" : persons.strip();
        if (!typed.matches("[1-9]\\d{0,5}")) {
            throw new BadFormException("persons", typed);
        }
        return Integer.parseInt(typed);
    }

    private Instant leaves() {
        try {
            return LocalDateTime.parse(departure == null ? "" : departure)
                    .atZone(PlanningProblem.ZONE)
                    .toInstant();
        } catch (DateTimeException e) {
            throw new BadFormException("departure", departure);
        }
    }

    private static int journey(String part) {
        return DraftPart.index(part).orElseThrow(() -> new BadFormException("part", part));
    }

    private static String needed(String typed) {
        if (typed == null || typed.isBlank()) {
            throw new BadFormException("choice", typed);
        }
        return typed.strip();
    }
}
