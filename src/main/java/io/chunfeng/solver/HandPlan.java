package io.chunfeng.solver;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.demand.Group;
import io.chunfeng.desk.RefusedOperationException;
import io.chunfeng.desk.RefusedOperationException.Reason;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanCosts;
import io.chunfeng.plan.PlanKpis;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.UnservedReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * A plan while it is changed by hand: journeys are put on vehicles, then every coach trip with other riders is worked out
 * again. Entries keep their places, so that little of the plan changes.
 */
final class HandPlan {
    final PlanningProblem problem;
    private final Plan before;
    private final TripByHand days;
    private final Map<String, CoachPool> pools = new HashMap<>();
    private final Map<String, Plan.CoachTrip> trips = new LinkedHashMap<>();
    /** Null where one is gone. */
    private final List<Plan.Journey> journeys;

    private final List<Plan.Unserved> unserved;
    private final Set<String> taken;
    private final Set<String> pinned;
    private final Set<String> changed = new LinkedHashSet<>();
    private int breaks;

    /** @param taken ids that no new trip may have */
    HandPlan(PlanningProblem problem, Plan plan, Set<String> taken) {
        this.problem = problem;
        this.before = plan;
        this.days = new TripByHand(problem);
        this.taken = taken;
        this.pinned = new HashSet<>();
        problem.pinned().coachTrips().forEach(trip -> pinned.add(trip.id()));
        problem.coachPools().forEach(pool -> pools.put(pool.id(), pool));
        plan.coachTrips().forEach(trip -> trips.put(trip.id(), trip));
        journeys = new ArrayList<>(plan.journeys());
        unserved = new ArrayList<>(plan.unserved());
    }

    /** As far as it is changed by now. */
    HandPlan(HandPlan like) {
        problem = like.problem;
        before = like.before;
        days = like.days;
        taken = like.taken;
        pinned = like.pinned;
        pools.putAll(like.pools);
        trips.putAll(like.trips);
        journeys = new ArrayList<>(like.journeys);
        unserved = new ArrayList<>(like.unserved);
        changed.addAll(like.changed);
        breaks = like.breaks;
    }

    Plan.Journey journey(int index) {
        return journeys.get(index);
    }

    int main(Plan.Journey journey) {
        return days.main(journey);
    }

    /** The coach trip, or null. */
    Plan.CoachTrip trip(String id) {
        return trips.get(id);
    }

    CoachPool pool(String id) {
        CoachPool pool = pools.get(id);
        if (pool == null) {
            throw new RefusedOperationException(Reason.UNKNOWN, id);
        }
        return pool;
    }

    boolean pinned(String trip) {
        return pinned.contains(trip);
    }

    /** Kinds of rules that had to be left so far. */
    int breaks() {
        return breaks;
    }

    /** Indices of the journeys on a vehicle. */
    List<Integer> riders(String vehicle) {
        List<Integer> riders = new ArrayList<>();
        for (int j = 0; j < journeys.size(); j++) {
            Plan.Journey journey = journeys.get(j);
            if (journey != null
                    && journey.legs().stream().anyMatch(leg -> leg.vehicle().equals(vehicle))) {
                riders.add(j);
            }
        }
        return riders;
    }

    /** Its trips are to be worked out again. Times of its coach legs do not matter. */
    int add(Plan.Journey journey) {
        journeys.add(journey);
        touch(journey);
        return journeys.size() - 1;
    }

    /** The same as {@link #add}, as one part with those of the group who travel so already. */
    int join(Plan.Journey journey) {
        for (int j = 0; j < journeys.size(); j++) {
            Plan.Journey other = journeys.get(j);
            if (other != null && other.groupId().equals(journey.groupId()) && sameWay(other, journey)) {
                set(
                        j,
                        new Plan.Journey(
                                other.groupId(),
                                other.headcount() + journey.headcount(),
                                other.wheelchairs() + journey.wheelchairs(),
                                other.legs()));
                return j;
            }
        }
        return add(journey);
    }

    /** Makes one part of this journey and those of the group who travel the same way. */
    void merge(int index) {
        Plan.Journey journey = journeys.get(index);
        set(index, null);
        join(journey);
    }

    private static boolean sameWay(Plan.Journey one, Plan.Journey other) {
        return one.legs().stream()
                        .map(Plan.Leg::vehicle)
                        .toList()
                        .equals(other.legs().stream().map(Plan.Leg::vehicle).toList())
                && one.legs().stream()
                        .map(Plan.Leg::board)
                        .toList()
                        .equals(other.legs().stream().map(Plan.Leg::board).toList())
                && one.legs().stream()
                        .map(Plan.Leg::alight)
                        .toList()
                        .equals(other.legs().stream().map(Plan.Leg::alight).toList());
    }

    /** @param journey null when nobody travels so any more */
    void set(int index, Plan.Journey journey) {
        touch(journeys.get(index));
        journeys.set(index, journey);
        if (journey != null) {
            touch(journey);
        }
    }

    private void touch(Plan.Journey journey) {
        journey.legs().stream()
                .map(Plan.Leg::vehicle)
                .filter(trips::containsKey)
                .forEach(changed::add);
    }

    /** Takes people off a journey. */
    void take(int index, PartSize part) {
        Plan.Journey journey = journeys.get(index);
        set(
                index,
                part.persons() == journey.headcount()
                        ? null
                        : new Plan.Journey(
                                journey.groupId(),
                                journey.headcount() - part.persons(),
                                journey.wheelchairs() - part.wheelchairs(),
                                journey.legs()));
    }

    /** A trip that is not worked out yet. */
    String newTrip(String poolId) {
        pool(poolId);
        int number = before.coachTrips().size() + 1;
        while (taken.contains("C" + number) || trips.containsKey("C" + number)) {
            number++;
        }
        String id = "C" + number;
        trips.put(id, new Plan.CoachTrip(id, poolId, 0, 0, 0, List.of(), 0));
        return id;
    }

    /** The trip is to be worked out for a coach of another pool. */
    void changePool(String id, String poolId) {
        pool(poolId);
        trips.put(id, new Plan.CoachTrip(id, poolId, 0, 0, 0, List.of(), 0));
        changed.add(id);
    }

    /** Persons of the group who stay behind and, of these, wheelchair users. */
    PartSize left(String groupId) {
        int persons = 0;
        int wheelchairs = 0;
        boolean unknown = false;
        for (Plan.Unserved rest : unserved) {
            if (rest.groupId().equals(groupId)) {
                persons += rest.headcount();
                wheelchairs += Math.max(0, rest.wheelchairs());
                unknown |= rest.wheelchairs() == Plan.Unserved.WHEELCHAIRS_UNKNOWN;
            }
        }
        if (unknown) {
            int travelling = journeys.stream()
                    .filter(journey -> journey != null && journey.groupId().equals(groupId))
                    .mapToInt(Plan.Journey::wheelchairs)
                    .sum();
            wheelchairs = Math.max(0, Math.min(persons, group(groupId).wheelchairs() - travelling));
        }
        return new PartSize(persons, wheelchairs);
    }

    Group group(String id) {
        return problem.groups().stream()
                .filter(group -> group.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RefusedOperationException(Reason.UNKNOWN, id));
    }

    /** More people of the group stay behind. */
    void leave(String groupId, PartSize part) {
        PartSize now = left(groupId);
        restLeft(groupId, new PartSize(now.persons() + part.persons(), now.wheelchairs() + part.wheelchairs()), true);
    }

    /** Some who stayed behind travel. */
    void board(String groupId, PartSize part) {
        PartSize now = left(groupId);
        restLeft(groupId, new PartSize(now.persons() - part.persons(), now.wheelchairs() - part.wheelchairs()), false);
    }

    /** @param untried what would help so many is not known */
    private void restLeft(String groupId, PartSize rest, boolean untried) {
        int at = -1;
        for (int i = unserved.size() - 1; i >= 0; i--) {
            if (unserved.get(i).groupId().equals(groupId)) {
                if (at >= 0) {
                    unserved.remove(at);
                }
                at = i;
            }
        }
        Plan.Unserved old = at < 0 ? null : unserved.get(at);
        Plan.Unserved now = new Plan.Unserved(
                groupId,
                rest.persons(),
                rest.wheelchairs(),
                old == null ? UnservedReason.CAPACITY_TAKEN : old.reason(),
                untried || old == null ? Diagnosis.untried() : old.remedy());
        if (rest.persons() == 0 && at >= 0) {
            unserved.remove(at);
        } else if (at >= 0) {
            unserved.set(at, now);
        } else {
            unserved.add(now);
        }
    }

    /** The pool's trips but for one, and the times when coaches cannot run. */
    PoolUsage usage(CoachPool pool, String except) {
        List<Plan.CoachTrip> others = trips.values().stream()
                .filter(trip -> trip.poolId().equals(pool.id())
                        && !trip.id().equals(except)
                        && !trip.events().isEmpty())
                .toList();
        LongStream.Builder from = LongStream.builder();
        LongStream.Builder until = LongStream.builder();
        for (Plan.CoachTrip trip : others) {
            from.add(trip.busyFrom().getEpochSecond());
            until.add(trip.busyUntil().getEpochSecond());
        }
        for (CoachPool.Outage outage : pool.outages()) {
            for (int coach = 0; coach < outage.coaches(); coach++) {
                from.add(outage.from().getEpochSecond());
                until.add(outage.until().getEpochSecond());
            }
        }
        return new PoolUsage(pool.count(), from.build().toArray(), until.build().toArray());
    }

    /** Works out every trip whose riders have changed; those without any are gone. @throws RefusedOperationException NO_WAY */
    HandPlan workedOut() {
        for (String id : changed) {
            List<Integer> riders = riders(id);
            if (riders.isEmpty()) {
                requireFree(id);
                trips.remove(id);
                continue;
            }
            Plan.CoachTrip trip = trips.get(id);
            CoachPool pool = pool(trip.poolId());
            List<TripByHand.Ride> rides = rides(id, riders);
            TripByHand.Worked worked =
                    trip.events().isEmpty() ? null : days.unchanged(trip, pool, rides, legs(before.journeys(), id));
            if (worked == null) {
                requireFree(id);
                worked = days.of(id, pool, rides, usage(pool, id));
            }
            accept(id, riders, worked);
        }
        changed.clear();
        return this;
    }

    private void requireFree(String trip) {
        if (pinned.contains(trip)) {
            throw new RefusedOperationException(Reason.PINNED, trip);
        }
    }

    /** The trip does not run: its riders must have left it. */
    void drop(String id) {
        changed.add(id);
    }

    /** Generalised cost, in fen. */
    long costFen() {
        Plan plan = plan();
        return plan.score().costFen();
    }

    /** Runs the trip at another hour. */
    void leaveAt(String id, long departure) {
        Plan.CoachTrip trip = trips.get(id);
        CoachPool pool = pool(trip.poolId());
        List<Integer> riders = riders(id);
        accept(id, riders, days.leavingAt(trip, pool, departure, rides(id, riders), usage(pool, id)));
    }

    private List<TripByHand.Ride> rides(String id, List<Integer> riders) {
        List<TripByHand.Ride> rides = new ArrayList<>();
        for (int rider : riders) {
            List<Plan.Leg> legs = journeys.get(rider).legs();
            for (int l = 0; l < legs.size(); l++) {
                if (legs.get(l).vehicle().equals(id)) {
                    rides.add(new TripByHand.Ride(journeys.get(rider), l));
                    break;
                }
            }
        }
        return rides;
    }

    private static List<Plan.Leg> legs(List<Plan.Journey> journeys, String vehicle) {
        return journeys.stream()
                .flatMap(journey -> journey.legs().stream())
                .filter(leg -> leg.vehicle().equals(vehicle))
                .toList();
    }

    private void accept(String id, List<Integer> riders, TripByHand.Worked worked) {
        if (worked == null) {
            throw new RefusedOperationException(Reason.NO_WAY, id);
        }
        breaks += worked.breaks();
        trips.put(id, worked.trip());
        for (int r = 0; r < riders.size(); r++) {
            Plan.Journey journey = journeys.get(riders.get(r));
            Plan.Leg own = worked.legs().get(r);
            journeys.set(
                    riders.get(r),
                    new Plan.Journey(
                            journey.groupId(),
                            journey.headcount(),
                            journey.wheelchairs(),
                            journey.legs().stream()
                                    .map(leg -> leg.vehicle().equals(id) ? own : leg)
                                    .toList()));
        }
    }

    /** The whole plan with all its figures. */
    Plan plan() {
        List<Plan.Journey> all = journeys.stream().filter(Objects::nonNull).toList();
        List<Plan.CoachTrip> coaches = List.copyOf(trips.values());
        Bookings bookings = new Bookings(problem, before, all);
        List<Plan.TrainBooking> trains = bookings.trains();
        List<Plan.FlightBooking> flights = bookings.flights();
        return new Plan(
                before.problemId(),
                before.solverConfig(),
                before.seed(),
                before.mapSha256(),
                before.codeVersion(),
                before.createdAt(),
                coaches,
                trains,
                flights,
                all,
                unserved,
                PlanCosts.score(problem, coaches, trains, flights, all, unserved),
                PlanKpis.kpis(problem, coaches, trains, flights, all));
    }
}
