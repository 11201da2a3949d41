package io.chunfeng.solver;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.demand.Group;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Rules;
import io.chunfeng.road.RoadMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A plan as it is, compiled for one more journey of one group: every trip, seat and booking in it counts as taken, and the
 * trips nearby are open for more people. Whatever the solver would do with the whole problem does not matter here.
 */
final class OpenPlan {
    private static final int NEAR_TRIPS = 24;

    final PlanningProblem problem;
    final Plan plan;
    final Instance in;
    final TripScheduler scheduler;
    final GroupFact group;
    /** Coach trips that others may join, nearest first. */
    final List<OpenTrip> trips = new ArrayList<>();

    private final Map<String, GroupFact> groups = new HashMap<>();
    private final Map<String, PoolFact> pools = new HashMap<>();
    private final Set<String> rails = new HashSet<>();

    /** Somebody on an open trip: which journey of the plan, and as what the scheduler sees it. */
    record Rider(int journey, LegTask task) {}

    /** @param fen coach, passenger time and day shifts, as the trip is in the plan */
    record OpenTrip(Plan.CoachTrip trip, PoolFact pool, List<Rider> riders, int load, int wheelchairs, long fen) {
        List<LegTask> tasks() {
            return riders.stream()
                    .map(Rider::task)
                    .sorted(TripScheduler.CANONICAL)
                    .toList();
        }
    }

    /**
     * @param problem with the group; may differ from the one that was planned, except in its places and drives
     * @param also ids of coach trips to open wherever they are
     */
    OpenPlan(PlanningProblem problem, Plan plan, String groupId, Set<String> also) {
        this.problem = problem;
        this.plan = plan;
        Set<String> pinned = new HashSet<>();
        problem.pinned().coachTrips().forEach(trip -> pinned.add(trip.id()));
        Map<String, List<int[]>> ridersOf = new LinkedHashMap<>();
        for (int j = 0; j < plan.journeys().size(); j++) {
            List<Plan.Leg> legs = plan.journeys().get(j).legs();
            for (int l = 0; l < legs.size(); l++) {
                ridersOf.computeIfAbsent(legs.get(l).vehicle(), id -> new ArrayList<>())
                        .add(new int[] {j, l});
            }
        }
        List<Plan.CoachTrip> near = near(problem, plan, groupId, ridersOf);
        plan.coachTrips().stream()
                .filter(trip -> also.contains(trip.id()) && !near.contains(trip))
                .forEach(near::add);
        near.removeIf(trip -> pinned.contains(trip.id()) || !ridersOf.containsKey(trip.id()));
        Set<String> wanted = new HashSet<>(Set.of(groupId));
        for (Plan.CoachTrip trip : near) {
            ridersOf.get(trip.id())
                    .forEach(at -> wanted.add(plan.journeys().get(at[0]).groupId()));
        }
        in = new Instance(problem.withGroups(problem.groups().stream()
                        .filter(one -> wanted.contains(one.id()))
                        .toList())
                .withPinned(new PlanningProblem.Pinned(
                        plan.coachTrips(),
                        problem.pinned().trainBookings(),
                        problem.pinned().flightBookings(),
                        plan.journeys())));
        scheduler = new TripScheduler(in);
        problem.trainServices().forEach(train -> rails.add(train.id()));
        in.groups.forEach(one -> groups.put(one.group.id(), one));
        in.pools.forEach(pool -> pools.put(pool.pool.id(), pool));
        group = groups.get(groupId);
        for (Plan.CoachTrip trip : near) {
            open(trip, ridersOf.get(trip.id()));
        }
    }

    /** The open trip of that id, or null. */
    OpenTrip trip(String id) {
        return trips.stream()
                .filter(open -> open.trip.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** The pool's trips but for one, and the times when coaches cannot run. */
    PoolUsage usage(PoolFact pool, Plan.CoachTrip except) {
        List<Plan.CoachTrip> trips = plan.coachTrips().stream()
                .filter(trip -> trip != except && trip.poolId().equals(pool.pool.id()))
                .toList();
        LongStream.Builder from = LongStream.builder();
        LongStream.Builder until = LongStream.builder();
        for (Plan.CoachTrip trip : trips) {
            from.add(trip.busyFrom().getEpochSecond());
            until.add(trip.busyUntil().getEpochSecond());
        }
        for (CoachPool.Outage outage : pool.pool.outages()) {
            for (int coach = 0; coach < outage.coaches(); coach++) {
                from.add(outage.from().getEpochSecond());
                until.add(outage.until().getEpochSecond());
            }
        }
        return new PoolUsage(
                pool.pool.count(), from.build().toArray(), until.build().toArray());
    }

    private static List<Plan.CoachTrip> near(
            PlanningProblem problem, Plan plan, String groupId, Map<String, List<int[]>> ridersOf) {
        RoadMatrix matrix = problem.matrix();
        Map<String, Integer> index = matrix.index();
        Group own = problem.groups().stream()
                .filter(one -> one.id().equals(groupId))
                .findFirst()
                .orElseThrow();
        int from = index.get(own.from());
        int to = index.get(own.to());
        Map<Plan.CoachTrip, Long> metres = new HashMap<>();
        for (Plan.CoachTrip trip : plan.coachTrips()) {
            long start = Integer.MAX_VALUE;
            long end = Integer.MAX_VALUE;
            for (int[] at : ridersOf.getOrDefault(trip.id(), List.of())) {
                Plan.Leg leg = plan.journeys().get(at[0]).legs().get(at[1]);
                start = Math.min(start, metres(matrix, from, index.get(leg.board())));
                end = Math.min(end, metres(matrix, index.get(leg.alight()), to));
            }
            // a feeder shares one end only
            metres.put(trip, Math.min(start, end) * 4 + Math.max(start, end));
        }
        return metres.keySet().stream()
                .sorted(Comparator.comparing((Plan.CoachTrip trip) -> metres.get(trip))
                        .thenComparing(Plan.CoachTrip::id))
                .limit(NEAR_TRIPS)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static long metres(RoadMatrix matrix, int from, int to) {
        int metres = matrix.metres()[from][to];
        return metres == RoadMatrix.UNREACHABLE ? Integer.MAX_VALUE : metres;
    }

    private void open(Plan.CoachTrip trip, List<int[]> at) {
        List<Rider> riders = new ArrayList<>();
        int load = 0;
        int wheelchairs = 0;
        long personSeconds = 0;
        long shiftedDays = 0;
        for (int[] rider : at) {
            Plan.Journey journey = plan.journeys().get(rider[0]);
            Plan.Leg leg = journey.legs().get(rider[1]);
            LegTask task = task(journey, rider[1]);
            riders.add(new Rider(rider[0], task));
            load += journey.headcount();
            wheelchairs += journey.wheelchairs();
            long from = task.first() ? leg.boardAt().getEpochSecond() : task.anchor();
            long to = task.alightCounts() ? leg.alightAt().getEpochSecond() : task.anchor();
            personSeconds += (to - from) * journey.headcount();
            shiftedDays += task.first() ? task.group().dayShift(from, journey.headcount()) : 0;
        }
        Rules.Weights weights = in.rules.weights();
        long fen = trip.costFen()
                + (personSeconds * weights.fenPerPassengerHour() + 1800) / 3600
                + shiftedDays * weights.fenPerPassengerDayShift();
        trips.add(new OpenTrip(trip, pools.get(trip.poolId()), riders, load, wheelchairs, fen));
    }

    private LegTask task(Plan.Journey journey, int leg) {
        int main = journey.legs().size() == 1 ? -1 : leg == 0 ? 1 : leg - 1;
        return LegTask.of(in, groups.get(journey.groupId()), journey, leg, main, rails);
    }
}
