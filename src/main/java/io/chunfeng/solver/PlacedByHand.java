package io.chunfeng.solver;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.desk.RefusedOperationException;
import io.chunfeng.desk.RefusedOperationException.Reason;
import io.chunfeng.desk.Target;
import io.chunfeng.place.Place;
import io.chunfeng.plan.Plan;
import io.chunfeng.road.RoadMatrix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts people of one group on the trip, train or flight that a dispatcher names, with the feeders they need. */
final class PlacedByHand {
    private static final int WAYS = 2;
    private static final int JOINED = 3;
    private static final int NEW_COACHES = 2;

    private final HandPlan base;
    private final Group group;
    private final PartSize part;
    private final Plan.Journey from;

    /** What a feeder leads to or from: a call of a train or flight. */
    private record Call(String service, boolean out, String place, Instant at) {
        static Call of(Plan.Leg main, boolean out) {
            return new Call(
                    main.vehicle(), out, out ? main.board() : main.alight(), out ? main.boardAt() : main.alightAt());
        }
    }

    /**
     * @param base where they are on nothing
     * @param from how they travelled so far, or null
     */
    PlacedByHand(HandPlan base, Group group, PartSize part, Plan.Journey from) {
        this.base = base;
        this.group = group;
        this.part = part;
        this.from = from;
    }

    /** @throws RefusedOperationException when there is no such target or no way to it */
    HandPlan on(Target target) {
        if (target instanceof Target.OnTrip on) {
            return onTrip(on.tripId());
        }
        if (target instanceof Target.OnNewTrip on) {
            return onNewTrip(on.poolId());
        }
        if (target instanceof Target.OnService on) {
            return onService(on.serviceId());
        }
        HandPlan left = new HandPlan(base);
        left.leave(group.id(), part);
        return left.workedOut();
    }

    private HandPlan onTrip(String id) {
        if (base.trip(id) == null) {
            throw new RefusedOperationException(Reason.UNKNOWN, id);
        }
        Set<Call> calls = new LinkedHashSet<>();
        boolean direct = false;
        for (int rider : base.riders(id)) {
            Plan.Journey journey = base.journey(rider);
            int main = base.main(journey);
            direct |= main < 0;
            if (main >= 0) {
                boolean out = journey.legs().subList(0, main).stream()
                        .anyMatch(leg -> leg.vehicle().equals(id));
                calls.add(Call.of(journey.legs().get(main), out));
            }
        }
        int main = from == null ? -1 : base.main(from);
        if (main >= 0) {
            for (boolean out : new boolean[] {true, false}) {
                if (calls.contains(Call.of(from.legs().get(main), out)) && feeder(from, main, out) != null) {
                    return otherFeeder(new HandPlan(base), main, out, id);
                }
            }
        }
        if (direct || calls.isEmpty()) {
            return direct(new HandPlan(base), id);
        }
        List<HandPlan> found = new ArrayList<>();
        calls.stream().limit(WAYS).forEach(call -> fedBy(id, call, found));
        return best(found, id);
    }

    private HandPlan onNewTrip(String poolId) {
        HandPlan after = new HandPlan(base);
        String id = after.newTrip(poolId);
        int main = from == null ? -1 : base.main(from);
        if (main >= 0 && from.legs().size() > 1 && !group.modes().contains(Mode.COACH)) {
            return otherFeeder(after, main, main > 0, id);
        }
        return direct(after, id);
    }

    private HandPlan direct(HandPlan after, String trip) {
        after.join(journey(List.of(coach(trip, group.from(), group.to()))));
        return after.workedOut();
    }

    private static Plan.Leg feeder(Plan.Journey journey, int main, boolean out) {
        int at = out ? main - 1 : main + 1;
        return at >= 0 && at < journey.legs().size() ? journey.legs().get(at) : null;
    }

    private HandPlan otherFeeder(HandPlan after, int main, boolean out, String trip) {
        List<Plan.Leg> legs = new ArrayList<>(from.legs());
        Plan.Leg old = feeder(from, main, out);
        legs.set(out ? main - 1 : main + 1, coach(trip, old.board(), old.alight()));
        after.join(journey(legs));
        return after.workedOut();
    }

    private HandPlan onService(String id) {
        ServiceRides rides = new ServiceRides(base.problem, group, id);
        List<HandPlan> found = new ArrayList<>();
        rides.ways().stream().limit(WAYS).forEach(way -> ride(way, null, null, found));
        return best(found, id);
    }

    /** Those who ride the train or flight that this feeder serves. */
    private void fedBy(String trip, Call call, List<HandPlan> found) {
        new ServiceRides(base.problem, group, call.service)
                .ways().stream()
                        .filter(way -> call.equals(Call.of(way.leg(), call.out)) && (call.out ? way.out() : way.back()))
                        .limit(WAYS)
                        .forEach(way -> ride(way, call.out ? trip : null, call.out ? null : trip, found));
    }

    /**
     * @param out feeder to the station, or null for the best one
     * @param back feeder from the station, likewise
     */
    private void ride(ServiceRides.Way way, String out, String back, List<HandPlan> found) {
        HandPlan best = new HandPlan(base);
        int index = best.add(journey(List.of(way.leg())));
        for (boolean outward : new boolean[] {true, false}) {
            if (!(outward ? way.out() : way.back())) {
                continue;
            }
            best = withFeeder(best, index, way.leg(), outward, outward ? out : back);
            if (best == null) {
                return;
            }
        }
        best.merge(index);
        found.add(best.workedOut());
    }

    private HandPlan withFeeder(HandPlan before, int index, Plan.Leg main, boolean out, String wanted) {
        List<HandPlan> found = new ArrayList<>();
        if (wanted != null) {
            feed(new HandPlan(before), index, main, out, wanted, found);
        } else {
            feeders(before, Call.of(main, out))
                    .forEach(trip -> feed(new HandPlan(before), index, main, out, trip, found));
            pools(before, main, out).forEach(pool -> {
                HandPlan after = new HandPlan(before);
                feed(after, index, main, out, after.newTrip(pool.id()), found);
            });
        }
        return found.isEmpty() ? null : best(found, main.vehicle());
    }

    private void feed(HandPlan after, int index, Plan.Leg main, boolean out, String trip, List<HandPlan> found) {
        List<Plan.Leg> legs = new ArrayList<>(after.journey(index).legs());
        if (out) {
            legs.add(0, coach(trip, group.from(), main.board()));
        } else {
            legs.add(coach(trip, main.alight(), group.to()));
        }
        after.set(index, journey(legs));
        try {
            found.add(after.workedOut());
        } catch (RefusedOperationException noWay) {
            // another coach may get there
            if (noWay.reason() != Reason.NO_WAY) {
                throw noWay;
            }
        }
    }

    /** Trips that serve the call already, their own so far first. */
    private List<String> feeders(HandPlan plan, Call call) {
        List<String> feeders = new ArrayList<>();
        if (from != null && base.main(from) >= 0) {
            Plan.Leg own = feeder(from, base.main(from), call.out);
            if (own != null
                    && plan.trip(own.vehicle()) != null
                    && call.equals(Call.of(from.legs().get(base.main(from)), call.out))) {
                feeders.add(own.vehicle());
            }
        }
        for (int rider : plan.riders(call.service)) {
            Plan.Journey journey = plan.journey(rider);
            int main = plan.main(journey);
            Plan.Leg leg = feeder(journey, main, call.out);
            if (leg != null
                    && call.equals(Call.of(journey.legs().get(main), call.out))
                    && !plan.pinned(leg.vehicle())
                    && !feeders.contains(leg.vehicle())) {
                feeders.add(leg.vehicle());
            }
        }
        return feeders.stream().filter(trip -> !plan.pinned(trip)).limit(JOINED).toList();
    }

    /** For a coach of their own: at home and large enough first, then near ones. */
    private List<CoachPool> pools(HandPlan plan, Plan.Leg main, boolean out) {
        RoadMatrix matrix = plan.problem.matrix();
        Map<String, Integer> index = matrix.index();
        int start = index.get(out ? group.from() : main.alight());
        int end = index.get(out ? main.board() : group.to());
        Set<String> homes = plan.problem.places().stream()
                .filter(place -> index.get(place.id()) == start || index.get(place.id()) == end)
                .map(Place::prefecture)
                .collect(Collectors.toSet());
        return plan.problem.coachPools().stream()
                .filter(pool -> matrix.reachable(index.get(pool.depot()), start)
                        && matrix.reachable(end, index.get(pool.depot())))
                .sorted(Comparator.comparingInt((CoachPool pool) -> (homes.contains(pool.homePrefecture()) ? 0 : 2)
                                + (pool.approvedSeats() > part.persons() ? 0 : 1))
                        .thenComparingLong(pool -> pool.dispatchFen()
                                + pool.fenPerEmptyKm()
                                        * ((long) matrix.metres()[index.get(pool.depot())][start]
                                                + matrix.metres()[end][index.get(pool.depot())])
                                        / 1000))
                .limit(NEW_COACHES)
                .toList();
    }

    private HandPlan best(List<HandPlan> found, String target) {
        return found.stream()
                .min(Comparator.comparingInt(HandPlan::breaks).thenComparingLong(HandPlan::costFen))
                .orElseThrow(() -> new RefusedOperationException(Reason.NO_WAY, target));
    }

    private Plan.Journey journey(List<Plan.Leg> legs) {
        return new Plan.Journey(group.id(), part.persons(), part.wheelchairs(), legs);
    }

    /** Its times are still to be worked out. */
    private static Plan.Leg coach(String trip, String board, String alight) {
        return new Plan.Leg(trip, board, Instant.EPOCH, alight, Instant.EPOCH);
    }
}
