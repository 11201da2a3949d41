package io.chunfeng.solver;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanCosts;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.ProblemChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Changes that would let the people of one group travel, smallest first, by kind. Each is found by trying; nothing in it is
 * assumed.
 */
final class Remedies {
    private static final int HOURS = 24;
    private static final int DAYS = 7;
    private static final int POOLS = 4;
    private static final int SERVICES = 3;
    private static final int COACHES = 12;

    private final PlanningProblem problem;
    private final Plan plan;
    private final Group group;
    private final int persons;
    private final int wheelchairs;
    private final Counterfactual what;
    private final GroupFact alone;

    Remedies(PlanningProblem problem, Plan plan, Group group, int persons, int wheelchairs, Tries tries) {
        this.problem = problem;
        this.plan = plan;
        this.group = group;
        this.persons = persons;
        this.wheelchairs = wheelchairs;
        what = new Counterfactual(problem, plan, group.id(), persons, wheelchairs, tries);
        alone = new Instance(problem.withGroups(List.of(group)).withPinned(PlanningProblem.Pinned.NONE)).groups.get(0);
    }

    /** The largest smallest part that is enough. */
    List<ProblemChange> smallerParts() {
        int most = Math.min(group.minPart(), group.headcount()) - 1;
        // counted down: the least change is the largest part
        return one(what.least(0, most - 1, less -> new ProblemChange.SmallerPart(group.id(), most - less)));
    }

    /** By hours up to a day, then by days up to a week. */
    List<ProblemChange> laterArrivals() {
        return one(what.least(
                1,
                HOURS + DAYS - 1,
                step -> new ProblemChange.LaterArrival(
                        group.id(), group.latestArrival().plus(steps(step)))));
    }

    /** As {@link #laterArrivals}, but not before the planning moment. */
    List<ProblemChange> earlierDepartures() {
        int most = HOURS + DAYS - 1;
        while (most > 0 && group.earliestDeparture().minus(steps(most)).isBefore(problem.asOf())) {
            most--;
        }
        return one(what.least(
                1,
                most,
                step -> new ProblemChange.EarlierDeparture(
                        group.id(), group.earliestDeparture().minus(steps(step)))));
    }

    private static Duration steps(int step) {
        return step <= HOURS ? Duration.ofHours(step) : Duration.ofDays(step - HOURS + 1L);
    }

    /** More coaches of the pools nearby, each by itself. */
    List<ProblemChange> moreCoaches() {
        return each(
                nearestPools(),
                pool -> what.least(
                        1, Math.min(COACHES, coaches(pool)), n -> new ProblemChange.MoreCoaches(pool.id(), n)));
    }

    private int coaches(CoachPool pool) {
        return ServiceFact.ceilDiv(
                persons, Math.max(1, pool.approvedSeats() - problem.rules().maxDrivers()));
    }

    List<ProblemChange> moreWheelchairSpaces() {
        return wheelchairs == 0
                ? List.of()
                : each(
                        nearestPools(),
                        pool -> what.least(1, wheelchairs, n -> new ProblemChange.MoreWheelchairSpaces(pool.id(), n)));
    }

    List<ProblemChange> moreCarriages() {
        List<ProblemChange> found = new ArrayList<>();
        for (ServiceFact train : services(true)) {
            int most = ServiceFact.ceilDiv(persons, train.seatsPerUnit);
            add(found, what.least(1, most, n -> new ProblemChange.MoreCarriages(train.id, n)));
        }
        return found;
    }

    List<ProblemChange> moreSeats() {
        List<ProblemChange> found = new ArrayList<>();
        for (ServiceFact flight : services(false)) {
            int free = Math.max(0, flight.seatsPerUnit - riding(flight));
            add(found, what.least(1, persons - free, n -> new ProblemChange.MoreSeats(flight.id, n)));
        }
        return found;
    }

    /** Exactly those who are missing when these people fly. */
    List<ProblemChange> fewerForMinimum() {
        List<ProblemChange> found = new ArrayList<>();
        for (ServiceFact flight : services(false)) {
            int missing = flight.minPassengers - riding(flight) - persons;
            if (missing > 0) {
                add(found, what.least(missing, missing, n -> new ProblemChange.FewerForMinimum(flight.id, n)));
            }
        }
        return found;
    }

    private int riding(ServiceFact service) {
        return PlanCosts.passengers(plan.journeys()).getOrDefault(service.id, 0);
    }

    /** Trains or flights that the group may use within its window, as many as are tried. */
    private List<ServiceFact> services(boolean rail) {
        return alone.rides.stream()
                .map(RideOption::service)
                .filter(service -> service.rail == rail)
                .distinct()
                .limit(SERVICES)
                .toList();
    }

    List<ProblemChange> otherModes() {
        List<ProblemChange> found = new ArrayList<>();
        for (Mode mode : EnumSet.complementOf(
                group.modes().isEmpty() ? EnumSet.noneOf(Mode.class) : EnumSet.copyOf(group.modes()))) {
            IntFunction<ProblemChange> change = n -> new ProblemChange.AnotherMode(group.id(), mode);
            add(found, what.least(1, 1, change));
        }
        return found;
    }

    List<ProblemChange> emergency() {
        return problem.emergency() || !problem.rules().homeEnd()
                ? List.of()
                : one(what.least(1, 1, n -> new ProblemChange.AsEmergency()));
    }

    private List<CoachPool> nearestPools() {
        Map<String, Integer> index = problem.matrix().index();
        int from = index.get(group.from());
        int to = index.get(group.to());
        int[][] metres = problem.matrix().metres();
        return problem.coachPools().stream()
                .filter(pool -> metres[index.get(pool.depot())][from] >= 0 || metres[to][index.get(pool.depot())] >= 0)
                .filter(pool -> problem.emergency()
                        || !problem.rules().homeEnd()
                        || atHome(pool, group.from())
                        || atHome(pool, group.to()))
                .sorted(Comparator.comparingLong((CoachPool pool) -> pool.dispatchFen()
                                + pool.fenPerEmptyKm()
                                        * (way(metres[index.get(pool.depot())][from])
                                                + way(metres[to][index.get(pool.depot())]))
                                        / 1000)
                        .thenComparing(CoachPool::id))
                .limit(POOLS)
                .toList();
    }

    private static long way(int metres) {
        return metres < 0 ? Integer.MAX_VALUE : metres;
    }

    private boolean atHome(CoachPool pool, String place) {
        return problem.places().stream()
                .anyMatch(one -> one.id().equals(place) && one.prefecture().equals(pool.homePrefecture()));
    }

    private interface OfPool {
        ProblemChange change(CoachPool pool);
    }

    private static List<ProblemChange> each(List<CoachPool> pools, OfPool of) {
        List<ProblemChange> found = new ArrayList<>();
        pools.forEach(pool -> add(found, of.change(pool)));
        return found;
    }

    private static List<ProblemChange> one(ProblemChange change) {
        return change == null ? List.of() : List.of(change);
    }

    private static void add(List<ProblemChange> found, ProblemChange change) {
        if (change != null) {
            found.add(change);
        }
    }
}
