package io.chunfeng.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a new plan changes for people who were told an earlier one, by county. A person's trip is the same as long as each
 * boarding has the same place, the same departure and the same train, flight or coach pool.
 *
 * @param people in order of county and group
 * @param trips coach trips in order of id: added ones after those that were published
 */
public record PlanChanges(List<People> people, List<Trip> trips) {

    public enum Kind {
        /** Travels otherwise than published. */
        MOVED,
        /** Was to travel and now has no seat. */
        LEFT_BEHIND,
        /** Was to travel and is no longer registered. */
        WITHDRAWN,
        /** Travels and was not told of any trip. */
        NEWLY_SERVED
    }

    /**
     * Some people of one group for whom the same changes.
     *
     * @param from legs as published; empty for newly served people
     * @param to legs of the new plan; empty for people who do not travel
     */
    public record People(
            String county, String groupId, Kind kind, int persons, List<Plan.Leg> from, List<Plan.Leg> to) {}

    public enum TripKind {
        ADDED,
        DROPPED,
        /** Another coach pool, other drivers or other events. */
        CHANGED
    }

    public record Trip(String tripId, TripKind kind) {}

    /** Persons by kind. */
    public record Totals(int moved, int leftBehind, int withdrawn, int newlyServed) {

        /** People whose published trip does not hold any more, though they still want to travel. */
        public int changed() {
            return moved + leftBehind;
        }
    }

    public PlanChanges {
        people = List.copyOf(people);
        trips = List.copyOf(trips);
    }

    /**
     * @param before the problem of the published plan
     * @param now the problem of the new plan
     */
    public static PlanChanges between(PlanningProblem before, Plan published, PlanningProblem now, Plan plan) {
        Map<String, String> counties = new TreeMap<>();
        before.groups().forEach(group -> counties.put(group.id(), group.county()));
        now.groups().forEach(group -> counties.put(group.id(), group.county()));
        Map<String, Integer> unserved = new HashMap<>();
        plan.unserved().forEach(rest -> unserved.merge(rest.groupId(), rest.headcount(), Integer::sum));
        Map<String, List<Plan.Journey>> told = byGroup(published.journeys());
        Map<String, List<Plan.Journey>> planned = byGroup(plan.journeys());
        Map<String, String> toldPools = PublishedBoardings.pools(published.coachTrips());
        Map<String, String> plannedPools = PublishedBoardings.pools(plan.coachTrips());
        List<People> people = new ArrayList<>();
        counties.forEach((groupId, county) -> new OfGroup(county, groupId, unserved.getOrDefault(groupId, 0))
                .compare(
                        ways(told.getOrDefault(groupId, List.of()), toldPools),
                        ways(planned.getOrDefault(groupId, List.of()), plannedPools),
                        people));
        people.sort(Comparator.comparing(People::county)
                .thenComparing(People::groupId)
                .thenComparing(People::kind));
        return new PlanChanges(people, trips(published, plan));
    }

    public Totals totals() {
        return totals(people);
    }

    public Map<String, Totals> totalsByCounty() {
        Map<String, List<People>> byCounty = new TreeMap<>();
        people.forEach(some -> byCounty.computeIfAbsent(some.county(), county -> new ArrayList<>())
                .add(some));
        Map<String, Totals> totals = new LinkedHashMap<>();
        byCounty.forEach((county, some) -> totals.put(county, totals(some)));
        return totals;
    }

    private static Totals totals(List<People> people) {
        int[] sums = new int[Kind.values().length];
        people.forEach(some -> sums[some.kind().ordinal()] += some.persons());
        return new Totals(
                sums[Kind.MOVED.ordinal()],
                sums[Kind.LEFT_BEHIND.ordinal()],
                sums[Kind.WITHDRAWN.ordinal()],
                sums[Kind.NEWLY_SERVED.ordinal()]);
    }

    private static Map<String, List<Plan.Journey>> byGroup(List<Plan.Journey> journeys) {
        Map<String, List<Plan.Journey>> byGroup = new HashMap<>();
        journeys.forEach(journey -> byGroup.computeIfAbsent(journey.groupId(), id -> new ArrayList<>())
                .add(journey));
        return byGroup;
    }

    /** Some people and how they travel. */
    private static final class Way {
        private final List<PublishedBoardings.Boarding> boardings;
        private final List<Plan.Leg> legs;
        private int persons;

        Way(List<PublishedBoardings.Boarding> boardings, List<Plan.Leg> legs, int persons) {
            this.boardings = boardings;
            this.legs = legs;
            this.persons = persons;
        }
    }

    private static List<Way> ways(List<Plan.Journey> journeys, Map<String, String> pools) {
        return journeys.stream()
                .sorted(Comparator.comparing(journey -> journey.legs().get(0).boardAt()))
                .map(journey -> new Way(
                        journey.legs().stream()
                                .map(leg -> PublishedBoardings.boarding(pools, leg))
                                .toList(),
                        journey.legs(),
                        journey.headcount()))
                .toList();
    }

    private record OfGroup(String county, String groupId, int unserved) {

        /** First those for whom nothing changes, then pairs in order of departure, then who is left on either side. */
        void compare(List<Way> told, List<Way> planned, List<People> changes) {
            for (Way from : told) {
                for (Way to : planned) {
                    if (from.boardings.equals(to.boardings)) {
                        take(from, to);
                    }
                }
            }
            Deque<Way> open = new ArrayDeque<>(planned);
            int left = unserved;
            for (Way from : told) {
                while (from.persons > 0 && !open.isEmpty()) {
                    int moved = take(from, open.peek());
                    if (moved > 0) {
                        changes.add(new People(county, groupId, Kind.MOVED, moved, from.legs, open.peek().legs));
                    }
                    if (open.peek().persons == 0) {
                        open.poll();
                    }
                }
                int behind = Math.min(from.persons, left);
                left -= behind;
                add(Kind.LEFT_BEHIND, behind, from.legs, List.of(), changes);
                add(Kind.WITHDRAWN, from.persons - behind, from.legs, List.of(), changes);
            }
            planned.forEach(to -> add(Kind.NEWLY_SERVED, to.persons, List.of(), to.legs, changes));
        }

        private static int take(Way from, Way to) {
            int persons = Math.min(from.persons, to.persons);
            from.persons -= persons;
            to.persons -= persons;
            return persons;
        }

        private void add(Kind kind, int persons, List<Plan.Leg> from, List<Plan.Leg> to, List<People> changes) {
            if (persons > 0) {
                changes.add(new People(county, groupId, kind, persons, from, to));
            }
        }
    }

    private static List<Trip> trips(Plan published, Plan plan) {
        Map<String, Plan.CoachTrip> planned = PlanCosts.byId(plan.coachTrips(), Plan.CoachTrip::id);
        List<Trip> trips = new ArrayList<>();
        for (Plan.CoachTrip trip : published.coachTrips()) {
            Plan.CoachTrip now = planned.remove(trip.id());
            if (now == null) {
                trips.add(new Trip(trip.id(), TripKind.DROPPED));
            } else if (!now.poolId().equals(trip.poolId())
                    || now.drivers() != trip.drivers()
                    || !now.events().equals(trip.events())) {
                trips.add(new Trip(trip.id(), TripKind.CHANGED));
            }
        }
        planned.keySet().stream().sorted().forEach(id -> trips.add(new Trip(id, TripKind.ADDED)));
        return trips;
    }
}
