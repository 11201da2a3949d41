package io.chunfeng.plan;

import io.chunfeng.capacity.Flight;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.road.RoadMatrix;
import java.util.List;

/** One part of a group: its window (H02), mode (H03), connections (H11), rides (H12, H16) and size (H15). */
final class JourneyCheck {
    private final PlanView view;
    private final Plan.Journey journey;
    private final Group group;
    private final String where;
    private final Violations violations;

    private JourneyCheck(PlanView view, Plan.Journey journey, Group group, String where, Violations violations) {
        this.view = view;
        this.journey = journey;
        this.group = group;
        this.where = where;
        this.violations = violations;
    }

    static void check(PlanView view, Plan.Journey journey, String where, Violations violations) {
        Group group = view.groups.get(journey.groupId());
        if (group == null) {
            violations.add(Rule.H17, where, "the group " + journey.groupId() + " does not exist");
        } else if (journey.legs().isEmpty()) {
            violations.add(Rule.H11, where, "has no legs");
        } else {
            new JourneyCheck(view, journey, group, where, violations).check();
        }
    }

    private void check() {
        size();
        window();
        journey.legs().forEach(this::leg);
        connections();
        mode();
    }

    private void size() {
        if (journey.headcount() < group.minPart() && journey.headcount() != group.headcount()) {
            violations.add(
                    Rule.H15, where, "a part of " + journey.headcount() + ", smaller than minPart " + group.minPart());
        }
    }

    private void window() {
        if (view.underWay(journey)) {
            return;
        }
        Plan.Leg first = journey.legs().get(0);
        Plan.Leg last = journey.legs().get(journey.legs().size() - 1);
        if (first.boardAt().isBefore(group.earliestDeparture())) {
            violations.add(
                    Rule.H02,
                    where,
                    "leaves at " + first.boardAt() + ", before " + group.earliestDeparture(),
                    "LEAVES_EARLY",
                    first.boardAt(),
                    group.earliestDeparture());
        }
        if (last.alightAt().isAfter(group.latestArrival())) {
            violations.add(
                    Rule.H02,
                    where,
                    "arrives at " + last.alightAt() + ", after " + group.latestArrival(),
                    "ARRIVES_LATE",
                    last.alightAt(),
                    group.latestArrival());
        }
        if (first.boardAt().isBefore(view.problem.asOf())) {
            violations.add(Rule.H02, where, "leaves at " + first.boardAt() + ", before asOf " + view.problem.asOf());
        }
    }

    /** Times and places are those of the vehicle. */
    private void leg(Plan.Leg leg) {
        if (view.services.containsKey(leg.vehicle())) {
            if (!TrainCalls.matches(view.services.get(leg.vehicle()), leg)) {
                notAsVehicle(leg, "the timetable of the train ");
            }
        } else if (view.flights.containsKey(leg.vehicle())) {
            Flight flight = view.flights.get(leg.vehicle());
            if (!leg.board().equals(flight.from())
                    || !leg.alight().equals(flight.to())
                    || !leg.boardAt().equals(flight.depart())
                    || !leg.alightAt().equals(flight.arrive())) {
                notAsVehicle(leg, "the timetable of the flight ");
            }
        } else if (!view.trips.containsKey(leg.vehicle())) {
            violations.add(Rule.H11, where, "the vehicle " + leg.vehicle() + " does not exist");
        } else if (!TripStop.matches(view.trips.get(leg.vehicle()), leg)) {
            notAsVehicle(leg, "the stops of the coach trip ");
        } else {
            ride(view.trips.get(leg.vehicle()), leg);
        }
    }

    private void notAsVehicle(Plan.Leg leg, String what) {
        violations.add(
                Rule.H11,
                where,
                "boards at " + leg.board() + " " + leg.boardAt() + " and alights at " + leg.alight() + " "
                        + leg.alightAt() + ", which " + what + leg.vehicle() + " does not have");
    }

    private void ride(Plan.CoachTrip trip, Plan.Leg leg) {
        if (view.underWay(trip)) {
            return;
        }
        int directSeconds = view.seconds(leg.board(), leg.alight());
        int directMetres = view.metres(leg.board(), leg.alight());
        if (directMetres == RoadMatrix.UNREACHABLE) {
            violations.add(Rule.H12, where, "no direct way from " + leg.board() + " to " + leg.alight());
            return;
        }
        long driven = trip.events().stream()
                .filter(Plan.Drive.class::isInstance)
                .filter(drive ->
                        !drive.from().isBefore(leg.boardAt()) && !drive.to().isAfter(leg.alightAt()))
                .mapToLong(Plan.Event::seconds)
                .sum();
        long most = view.problem.rules().maxRideSeconds(directSeconds);
        if (driven > most) {
            violations.add(
                    Rule.H12,
                    where,
                    "rides " + driven + " s on " + trip.id() + ", at most " + most + " s for a direct drive of "
                            + directSeconds + " s");
        }
        if (journey.legs().stream().anyMatch(view::scheduled)
                && directMetres > view.problem.rules().maxFeederMetres()) {
            violations.add(
                    Rule.H16,
                    where,
                    "a feeder of " + directMetres + " m, at most "
                            + view.problem.rules().maxFeederMetres());
        }
    }

    /** One coach all the way, or a train or flight with at most one feeder on either side. */
    private void connections() {
        List<Plan.Leg> legs = journey.legs();
        long mains = legs.stream().filter(view::scheduled).count();
        if (mains > 1 || mains == 0 && legs.size() > 1 || legs.size() > 3) {
            violations.add(Rule.H11, where, "has " + legs.size() + " legs, " + mains + " of them by train or flight");
            return;
        }
        int main = 0;
        while (mains == 1 && !view.scheduled(legs.get(main))) {
            main++;
        }
        if (main > 1 || legs.size() - main > 2) {
            violations.add(Rule.H11, where, "has more than one feeder on one side");
            return;
        }
        Plan.Leg leg = legs.get(main);
        boolean rail = view.services.containsKey(leg.vehicle());
        Rules rules = view.problem.rules();
        join(group.from(), legs.get(0).board(), view.scheduled(legs.get(0)));
        join(legs.get(legs.size() - 1).alight(), group.to(), view.scheduled(legs.get(legs.size() - 1)));
        if (main == 1) {
            join(legs.get(0).alight(), leg.board(), true);
            wait(legs.get(0), leg, rail ? rules.checkInSecondsRail() : rules.checkInSecondsAir());
        }
        if (main + 1 < legs.size()) {
            join(leg.alight(), legs.get(main + 1).board(), true);
            wait(leg, legs.get(main + 1), rail ? rules.egressSecondsRail() : rules.egressSecondsAir());
        }
    }

    private void join(String from, String to, boolean mayWalk) {
        if (!from.equals(to) && !(mayWalk && view.walkable(from, to))) {
            violations.add(
                    Rule.H11,
                    where,
                    "from " + from + " to " + to + " is no connection, nor a walk to or from a station");
        }
    }

    private void wait(Plan.Leg before, Plan.Leg after, int least) {
        long seconds = after.boardAt().getEpochSecond() - before.alightAt().getEpochSecond();
        if (seconds < least) {
            violations.add(
                    Rule.H11,
                    where,
                    seconds + " s between " + before.vehicle() + " and " + after.vehicle() + ", at least " + least
                            + " s are needed");
        }
    }

    private void mode() {
        Mode mode = Mode.COACH;
        for (Plan.Leg leg : journey.legs()) {
            if (view.services.containsKey(leg.vehicle())) {
                mode = Mode.RAIL;
            } else if (view.flights.containsKey(leg.vehicle())) {
                mode = Mode.AIR;
            }
        }
        if (!group.modes().contains(mode)) {
            violations.add(Rule.H03, where, "travels by " + mode + ", admitted are " + group.modes());
        }
    }
}
