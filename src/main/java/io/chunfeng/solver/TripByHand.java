package io.chunfeng.solver;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Rules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Works out one coach trip for the people whom a dispatcher puts on it: by the rules where that is possible, otherwise so
 * that it breaks few of them.
 */
final class TripByHand {
    /** Makes every way round admissible. */
    private static final BigDecimal ANY_DETOUR = BigDecimal.valueOf(1_000);

    private final PlanningProblem problem;
    private final Set<String> rails = new HashSet<>();
    private final Set<String> scheduled = new HashSet<>();
    private final Map<String, String> prefectures = new HashMap<>();

    /** A journey on one of its legs. */
    record Ride(Plan.Journey journey, int leg) {
        Plan.Leg on() {
            return journey.legs().get(leg);
        }
    }

    /**
     * @param legs of the riders, in their order
     * @param breaks kinds of rules that had to be left
     */
    record Worked(Plan.CoachTrip trip, List<Plan.Leg> legs, int breaks) {}

    /** What is left out, beside what must be. */
    private record Loosened(boolean seats, boolean detour, boolean coaches) {
        int breaks() {
            return (seats ? 1 : 0) + (detour ? 1 : 0) + (coaches ? 1 : 0);
        }
    }

    /** In the order in which they are tried. */
    private static final List<Loosened> LADDER = List.of(
            new Loosened(false, false, false),
            new Loosened(true, false, false),
            new Loosened(false, true, false),
            new Loosened(false, false, true),
            new Loosened(true, false, true),
            new Loosened(true, true, true));

    TripByHand(PlanningProblem problem) {
        this.problem = problem;
        problem.trainServices().forEach(train -> rails.add(train.id()));
        scheduled.addAll(rails);
        problem.flights().forEach(flight -> scheduled.add(flight.id()));
        problem.places().forEach(place -> prefectures.put(place.id(), place.prefecture()));
    }

    /** Index of the leg by train or flight, or -1. */
    int main(Plan.Journey journey) {
        for (int l = 0; l < journey.legs().size(); l++) {
            if (scheduled.contains(journey.legs().get(l).vehicle())) {
                return l;
            }
        }
        return -1;
    }

    /**
     * @param others the pool's other trips
     * @return null when there is no way at all
     */
    Worked of(String id, CoachPool pool, List<Ride> rides, PoolUsage others) {
        PlanningProblem fitted = fitted(pool, rides);
        CoachPool coach = fitted.coachPools().get(0);
        int forced = (coach.equals(pool) ? 0 : 1) + (fitted.rules().equals(problem.rules()) ? 0 : 1);
        for (Loosened loosened : LADDER) {
            Instance in = new Instance(loosened(fitted, loosened));
            List<LegTask> tasks = tasks(in, rides);
            TripScheduler scheduler = new TripScheduler(in);
            TripSchedule schedule = scheduler.schedule(
                    in.pools.get(0),
                    tasks.stream().sorted(TripScheduler.CANONICAL).toList(),
                    loosened.coaches ? null : others);
            if (schedule != null) {
                return worked(id, in, tasks, scheduler.unfold(schedule), forced + loosened.breaks());
            }
        }
        Instance in = new Instance(loosened(fitted, new Loosened(true, true, true)));
        List<LegTask> tasks = tasks(in, rides);
        TripLayout layout = new TripLayout(in);
        layout.take(
                in.pools.get(0), tasks.stream().sorted(TripScheduler.CANONICAL).toList());
        UnfoldedTrip late = layout.find(null) ? new DayByHand(in, layout).leastLate(others) : null;
        return late == null ? null : worked(id, in, tasks, late, forced + LADDER.size());
    }

    /** The same stops in the same order on another day or at another hour; null when the rules leave no time to drive. */
    Worked leavingAt(Plan.CoachTrip trip, CoachPool pool, long departure, List<Ride> rides, PoolUsage usage) {
        Instance in = new Instance(alone(problem, pool, rides));
        List<LegTask> tasks = tasks(in, rides);
        TripLayout layout = new TripLayout(in);
        layout.take(in.pools.get(0), tasks);
        Set<Integer> boards = new LinkedHashSet<>();
        Set<Integer> alights = new LinkedHashSet<>();
        for (Plan.Event event : trip.events()) {
            if (event instanceof Plan.Stop stop) {
                int place = in.place(stop.place());
                (tasks.stream().anyMatch(task -> task.board() == place) && !boards.contains(place) ? boards : alights)
                        .add(place);
            }
        }
        layout.order.set(
                boards.stream().mapToInt(Integer::intValue).toArray(),
                alights.stream().mapToInt(Integer::intValue).toArray());
        UnfoldedTrip day = new DayByHand(in, layout).leavingAt(departure, usage);
        return day == null ? null : worked(trip.id(), in, tasks, day, 0);
    }

    /**
     * The trip as it is, when it stops where all of them board and alight, at times that hold for them; null otherwise.
     *
     * @param known the legs of those who rode it so far: only ways that somebody rode are sure to be no detour
     */
    Worked unchanged(Plan.CoachTrip trip, CoachPool pool, List<Ride> rides, List<Plan.Leg> known) {
        Map<List<String>, Plan.Leg> ways = new HashMap<>();
        known.forEach(leg -> ways.putIfAbsent(List.of(leg.board(), leg.alight()), leg));
        Instance in = new Instance(alone(problem, pool, rides));
        List<LegTask> tasks = tasks(in, rides);
        List<Plan.Leg> legs = new ArrayList<>();
        Set<String> boards = new HashSet<>();
        Set<String> alights = new HashSet<>();
        int load = 0;
        int wheelchairs = 0;
        for (int r = 0; r < rides.size(); r++) {
            Plan.Leg wanted = rides.get(r).on();
            Plan.Leg way = ways.get(List.of(wanted.board(), wanted.alight()));
            if (way == null
                    || way.boardAt().getEpochSecond() < tasks.get(r).earliest()
                    || way.alightAt().getEpochSecond() > tasks.get(r).latest()) {
                return null;
            }
            legs.add(way);
            boards.add(way.board());
            alights.add(way.alight());
            load += tasks.get(r).headcount();
            wheelchairs += tasks.get(r).wheelchairs();
        }
        boolean everyStop =
                known.stream().allMatch(leg -> boards.contains(leg.board()) && alights.contains(leg.alight()));
        boolean room = load <= pool.approvedSeats() - trip.drivers() && wheelchairs <= pool.wheelchairSpaces();
        return everyStop && room ? new Worked(trip, legs, 0) : null;
    }

    /** Without what cannot be kept whatever the day: seats, spaces, one end at home, stops. */
    private PlanningProblem fitted(CoachPool pool, List<Ride> rides) {
        int load = 0;
        int wheelchairs = 0;
        Set<String> boards = new HashSet<>();
        Set<String> alights = new HashSet<>();
        for (Ride ride : rides) {
            load += ride.journey.headcount();
            wheelchairs += ride.journey.wheelchairs();
            boards.add(ride.on().board());
            alights.add(ride.on().alight());
        }
        Rules rules = problem.rules();
        CoachPool coach = load > pool.approvedSeats() - 1 ? pool.withApprovedSeats(load + rules.maxDrivers()) : pool;
        coach = wheelchairs > coach.wheelchairSpaces() ? coach.withWheelchairSpaces(wheelchairs) : coach;
        boolean home = boards.stream().anyMatch(place -> atHome(pool, place))
                || alights.stream().anyMatch(place -> atHome(pool, place));
        return with(
                alone(problem, coach, rides),
                rules(
                        Math.max(rules.maxBoardingStops(), boards.size()),
                        Math.max(rules.maxAlightingStops(), alights.size()),
                        rules.maxRideRatio(),
                        rules.homeEnd() && (home || problem.emergency())));
    }

    private boolean atHome(CoachPool pool, String place) {
        return pool.homePrefecture().equals(prefectures.get(place));
    }

    private PlanningProblem loosened(PlanningProblem fitted, Loosened what) {
        CoachPool coach = fitted.coachPools().get(0);
        Rules rules = fitted.rules();
        PlanningProblem roomy = what.seats
                ? fitted.withCoachPools(List.of(coach.withApprovedSeats(coach.approvedSeats() + rules.maxDrivers())))
                : fitted;
        return what.detour
                ? with(roomy, rules(rules.maxBoardingStops(), rules.maxAlightingStops(), ANY_DETOUR, rules.homeEnd()))
                : roomy;
    }

    private Rules rules(int boardingStops, int alightingStops, BigDecimal rideRatio, boolean homeEnd) {
        Rules rules = problem.rules();
        return new Rules(
                boardingStops,
                alightingStops,
                rules.stopSeconds(),
                rules.walkMetres(),
                rules.maxFeederMetres(),
                rules.checkInSecondsRail(),
                rules.checkInSecondsAir(),
                rules.egressSecondsRail(),
                rules.egressSecondsAir(),
                rideRatio,
                rules.rideSlackSeconds(),
                rules.maxDrivers(),
                homeEnd,
                rules.driverHours(),
                rules.weights());
    }

    private static PlanningProblem with(PlanningProblem problem, Rules rules) {
        return new PlanningProblem(
                problem.id(),
                problem.name(),
                problem.asOf(),
                problem.emergency(),
                problem.places(),
                problem.matrix(),
                problem.groups(),
                problem.coachPools(),
                problem.trainServices(),
                problem.flights(),
                rules,
                problem.pinned(),
                problem.published());
    }

    /** The coach and its riders only. */
    private static PlanningProblem alone(PlanningProblem problem, CoachPool pool, List<Ride> rides) {
        Set<String> groups = new HashSet<>();
        rides.forEach(ride -> groups.add(ride.journey.groupId()));
        return problem.withGroups(problem.groups().stream()
                        .filter(group -> groups.contains(group.id()))
                        .toList())
                .withCoachPools(List.of(pool))
                .withTrainServices(List.of())
                .withFlights(List.of())
                .withPinned(PlanningProblem.Pinned.NONE);
    }

    private List<LegTask> tasks(Instance in, List<Ride> rides) {
        Map<String, GroupFact> facts = new HashMap<>();
        in.groups.forEach(fact -> facts.put(fact.group.id(), fact));
        return rides.stream()
                .map(ride -> LegTask.of(
                        in, facts.get(ride.journey.groupId()), ride.journey, ride.leg, main(ride.journey), rails))
                .toList();
    }

    private static Worked worked(String id, Instance in, List<LegTask> tasks, UnfoldedTrip trip, int breaks) {
        return new Worked(
                PlanEdit.trip(id, trip),
                tasks.stream().map(task -> PlanEdit.leg(id, in, task, trip)).toList(),
                breaks);
    }
}
