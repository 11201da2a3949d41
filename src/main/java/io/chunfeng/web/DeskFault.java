package io.chunfeng.web;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A broken rule and what has to do with it.
 *
 * @param vehicles trips, trains and flights concerned; of a pool that has too few coaches, all that are out at the moment
 * @param group concerned, or null
 */
record DeskFault(Violation violation, Set<String> vehicles, String group) {
    private static final Pattern VEHICLE = Pattern.compile("(?:coach trip|train service|flight) (.+)");
    private static final Pattern POOL = Pattern.compile("coach pool (.+)");
    private static final Pattern GROUP = Pattern.compile("(?:group|unserved of) (.+)");
    private static final Pattern JOURNEY = Pattern.compile("journeys\\[(\\d+)].*");

    static List<DeskFault> of(PlanView view, List<Violation> violations) {
        return violations.stream().map(violation -> of(view.plan(), violation)).toList();
    }

    private static DeskFault of(Plan plan, Violation violation) {
        String where = violation.where();
        Matcher vehicle = VEHICLE.matcher(where);
        if (vehicle.matches()) {
            return new DeskFault(violation, Set.of(vehicle.group(1)), null);
        }
        Matcher pool = POOL.matcher(where);
        if (pool.matches()) {
            return new DeskFault(violation, out(plan, pool.group(1), violation), null);
        }
        Matcher journey = JOURNEY.matcher(where);
        if (journey.matches()) {
            Plan.Journey part = plan.journeys().get(Integer.parseInt(journey.group(1)));
            return new DeskFault(
                    violation, part.legs().stream().map(Plan.Leg::vehicle).collect(Collectors.toSet()), part.groupId());
        }
        Matcher group = GROUP.matcher(where);
        return new DeskFault(violation, Set.of(), group.matches() ? group.group(1) : null);
    }

    private static Set<String> out(Plan plan, String pool, Violation violation) {
        Instant at = violation.figures().stream()
                .filter(Instant.class::isInstance)
                .map(Instant.class::cast)
                .findFirst()
                .orElse(null);
        return plan.coachTrips().stream()
                .filter(trip -> trip.poolId().equals(pool))
                .filter(trip -> at == null
                        || !trip.busyFrom().isAfter(at) && trip.busyUntil().isAfter(at))
                .map(Plan.CoachTrip::id)
                .collect(Collectors.toSet());
    }
}
