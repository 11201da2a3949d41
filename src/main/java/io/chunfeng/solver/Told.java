package io.chunfeng.solver;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PublishedBoardings;
import io.chunfeng.plan.PublishedBoardings.Boarding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the people of one group were told by the published plan, less what is pinned; see {@link PublishedBoardings}. */
final class Told {
    static final Told NOTHING = new Told();

    private record Key(boolean coach, int vehicle, int place, long departure) {}

    private final Map<Key, Integer> persons = new HashMap<>();
    private final Set<PublishedTrip> trips = new LinkedHashSet<>();
    private boolean anything;

    /** Gives every group what it was told. Vehicles and places that are gone cannot be boarded any more. */
    static void tell(Instance in) {
        if (!in.problem.replans()) {
            return;
        }
        Map<String, PoolFact> pools = new HashMap<>();
        in.pools.forEach(pool -> pools.put(pool.pool.id(), pool));
        Map<String, ServiceFact> services = new HashMap<>();
        in.services.forEach(service -> services.put(service.id, service));
        Map<String, PublishedTrip> trips = trips(in, pools);
        PublishedBoardings boardings = PublishedBoardings.of(in.problem);
        Map<String, GroupFact> groups = new HashMap<>();
        for (GroupFact group : in.groups) {
            groups.put(group.group.id(), group);
            Map<Boarding, Integer> of = boardings.of(group.group.id());
            group.told = new Told();
            group.told.anything = !of.isEmpty();
            of.forEach((boarding, persons) -> {
                Integer vehicle = boarding.coach()
                        ? pools.containsKey(boarding.vehicle()) ? pools.get(boarding.vehicle()).index : null
                        : services.containsKey(boarding.vehicle()) ? services.get(boarding.vehicle()).index : null;
                if (vehicle != null && in.knows(boarding.place()) && persons > 0) {
                    group.told.persons.put(
                            new Key(
                                    boarding.coach(),
                                    vehicle,
                                    in.place(boarding.place()),
                                    boarding.at().getEpochSecond()),
                            persons);
                }
            });
        }
        for (Plan.Journey journey : in.problem.published().journeys()) {
            for (Plan.Leg leg : journey.legs()) {
                if (groups.containsKey(journey.groupId()) && trips.containsKey(leg.vehicle())) {
                    groups.get(journey.groupId()).told.trips.add(trips.get(leg.vehicle()));
                }
            }
        }
    }

    private static Map<String, PublishedTrip> trips(Instance in, Map<String, PoolFact> pools) {
        Map<String, Map<Integer, Long>> departures = new HashMap<>();
        for (Plan.Journey journey : in.problem.published().journeys()) {
            for (Plan.Leg leg : journey.legs()) {
                if (in.knows(leg.board())) {
                    departures
                            .computeIfAbsent(leg.vehicle(), id -> new HashMap<>())
                            .put(in.place(leg.board()), leg.boardAt().getEpochSecond());
                }
            }
        }
        Set<String> pinned = new HashSet<>();
        in.problem.pinned().coachTrips().forEach(trip -> pinned.add(trip.id()));
        Map<String, PublishedTrip> trips = new HashMap<>();
        for (Plan.CoachTrip trip : in.problem.published().coachTrips()) {
            Map<Integer, Long> of = departures.get(trip.id());
            if (of != null && pools.containsKey(trip.poolId()) && !pinned.contains(trip.id())) {
                trips.put(
                        trip.id(),
                        new PublishedTrip(
                                trip.id(),
                                pools.get(trip.poolId()),
                                trip.busyFrom().getEpochSecond(),
                                new ArrayList<>(of.keySet()),
                                new ArrayList<>(of.values())));
            }
        }
        return trips;
    }

    /** Persons out of so many who were not told to board a coach of this pool there and then. */
    int changedOn(PoolFact pool, int place, long departure, int headcount) {
        return anything ? changed(new Key(true, pool.index, place, departure), headcount) : 0;
    }

    /** Persons out of so many who were not told to board this train or flight there and then. */
    int changedOn(ServiceFact service, int place, long departure, int headcount) {
        return anything ? changed(new Key(false, service.index, place, departure), headcount) : 0;
    }

    private int changed(Key key, int headcount) {
        return Math.max(0, headcount - persons.getOrDefault(key, 0));
    }

    /** Trips of the pool that some of them were told of. */
    List<PublishedTrip> trips(PoolFact pool) {
        return trips.stream().filter(trip -> trip.pool() == pool).toList();
    }
}
