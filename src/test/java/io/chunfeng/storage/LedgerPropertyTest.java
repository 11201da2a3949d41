package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.dispatch.Aboard;
import io.chunfeng.dispatch.Author;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.statistics.CountedTrips;
import io.chunfeng.statistics.CountingRule;
import io.chunfeng.statistics.CountingSettings;
import io.chunfeng.statistics.Measure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random sequences of recordings, corrections, people moved to another trip and cancellations, on two plans that carry the
 * same groups. Whatever happens, the figures equal a slow recount of the raw entries, and what was known stays known.
 */
class LedgerPropertyTest {
    private static final int STEPS = 60;
    private static final Instant RAN = HandMadePlan.DEPARTURE;
    private static final Instant LATER = RAN.plus(Duration.ofDays(365));
    private static final List<String> COUNTIES = List.of("140105", "140121", "140902", "141124", "141126", "320322");
    private static final List<String> COACHES = List.of("c1", "c2", "c3", "feeder1", "feeder2");
    private static final List<String> OTHERS = List.of("train", "carriages", "charter", "block");

    private static TestDatabase database;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.migrated();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private record TripKey(long plan, String vehicle) {}

    /** What this test has told of a trip. */
    private record Told(Instant ranAt, Map<String, Aboard> aboard) {}

    private record Known(long recording, Instant asOf, List<RanTrip> trips) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void figuresEqualTheRecountOfRawEntries(long seed) {
        new Sequence(seed).run();
    }

    private static final class Sequence {
        private final Random random;
        private final String prefix;
        private final Map<String, Integer> headcounts = new TreeMap<>();
        private final Map<String, String> counties = new HashMap<>();
        /** Persons by group that the plan puts on a trip. */
        private final Map<TripKey, Map<String, Integer>> planned = new LinkedHashMap<>();

        private final Map<TripKey, Told> told = new LinkedHashMap<>();
        private final List<Known> known = new ArrayList<>();
        private int refused;

        Sequence(long seed) {
            random = new Random(seed);
            prefix = "S" + seed + "-";
            for (int g = 0; g < 8; g++) {
                headcounts.put(prefix + g, 5 + random.nextInt(50));
                counties.put(prefix + g, COUNTIES.get(random.nextInt(COUNTIES.size())));
            }
            store();
            store();
        }

        /** Another plan for the same groups: each split at random over direct coaches, or feeder and main leg. */
        private void store() {
            HandMadePlan made = new HandMadePlan();
            headcounts.forEach((id, persons) -> made.group(id, counties.get(id), persons, id.hashCode() % 2 == 0));
            COACHES.forEach(made::coach);
            made.train("train", TrainService.Kind.CHARTERED_TRAIN, 8);
            made.train("carriages", TrainService.Kind.CHARTERED_CARRIAGES, 3);
            made.flight("charter", Flight.Kind.CHARTER).flight("block", Flight.Kind.SEAT_BLOCK);
            Map<String, Map<String, Integer>> aboard = new TreeMap<>();
            headcounts.forEach((id, persons) -> {
                int left = persons;
                while (left > 0) {
                    int part = 1 + random.nextInt(left);
                    List<String> legs = random.nextBoolean()
                            ? List.of(COACHES.get(random.nextInt(goesOnWithFeeder1(id) ? 4 : 3)))
                            : List.of(goesOnWithFeeder1(id) ? "feeder2" : "feeder1", OTHERS.get(random.nextInt(4)));
                    made.journey(id, part, legs.toArray(String[]::new));
                    legs.forEach(leg ->
                            aboard.computeIfAbsent(leg, key -> new TreeMap<>()).merge(id, part, Integer::sum));
                    left -= part;
                }
            });
            long plan = made.store(database);
            aboard.forEach((vehicle, groups) -> planned.put(new TripKey(plan, vehicle), groups));
        }

        /** The one coach has riders of both kinds: for some groups it is a feeder, for others it goes all the way. */
        private static boolean goesOnWithFeeder1(String group) {
            return group.charAt(group.length() - 1) % 2 == 0;
        }

        void run() {
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(5)) {
                    case 0, 1 -> record();
                    case 2 -> move();
                    case 3 -> cancel();
                    default -> sameAgain();
                }
                remember();
                compare(known.get(known.size() - 1));
            }
            known.forEach(this::compare);
            assertThat(refused).as("some are refused, most are not").isLessThan(STEPS);
        }

        private TripKey any(List<TripKey> keys) {
            return keys.get(random.nextInt(keys.size()));
        }

        /** For the first time or once more, with whoever boarded. */
        private void record() {
            TripKey key = any(List.copyOf(planned.keySet()));
            Map<String, Aboard> aboard = new TreeMap<>();
            planned.get(key).forEach((group, most) -> {
                int persons = random.nextInt(4) == 0 ? 0 : random.nextInt(most + 1);
                aboard.put(group, people(persons));
            });
            mark(key, new Told(RAN.plus(Duration.ofMinutes(random.nextInt(6000))), aboard));
        }

        private Aboard people(int persons) {
            return persons == 0
                    ? Aboard.persons(0)
                    : new Aboard(persons, random.nextInt(2), random.nextInt(5) == 0 ? 1 : 0);
        }

        /** People of one group from a trip to another, in this plan or the other one: first off, then on. */
        private void move() {
            TripKey from = any(List.copyOf(planned.keySet()));
            TripKey to = any(List.copyOf(planned.keySet()));
            Set<String> both = new TreeSet<>(planned.get(from).keySet());
            both.retainAll(planned.get(to).keySet());
            if (from.equals(to) || both.isEmpty() || !told.containsKey(from) || !told.containsKey(to)) {
                return;
            }
            String group = both.iterator().next();
            int here = told.get(from).aboard.get(group).persons();
            int there = told.get(to).aboard.get(group).persons();
            int moved = Math.min(here, planned.get(to).get(group) - there);
            mark(from, with(from, group, here - moved));
            mark(to, with(to, group, there + moved));
        }

        private Told with(TripKey key, String group, int persons) {
            Map<String, Aboard> aboard = new TreeMap<>(told.get(key).aboard);
            aboard.put(group, people(persons));
            return new Told(told.get(key).ranAt, aboard);
        }

        private void cancel() {
            TripKey key = any(List.copyOf(planned.keySet()));
            database.dispatch().unmarkRan(key.plan, key.vehicle, new Author("test", "取消"));
            told.remove(key);
        }

        private void sameAgain() {
            if (!told.isEmpty()) {
                TripKey key = any(List.copyOf(told.keySet()));
                long before = database.ledger().newest();
                mark(key, told.get(key));
                assertThat(database.ledger().newest()).isEqualTo(before);
            }
        }

        private void mark(TripKey key, Told what) {
            long before = database.ledger().newest();
            try {
                database.dispatch().markRan(key.plan, key.vehicle, what.ranAt, what.aboard, new Author("test", "更正"));
                told.put(key, what);
            } catch (IllegalStateException e) {
                refused++;
                assertThat(database.ledger().newest()).isEqualTo(before);
                Map<TripKey, Told> then = new HashMap<>(told);
                then.put(key, what);
                assertThat(then).as("refused though nobody would travel twice").satisfies(this::carriesSomebodyTwice);
            }
        }

        private void carriesSomebodyTwice(Map<TripKey, Told> trips) {
            Map<String, Integer> carried = new TreeMap<>();
            trips.forEach((key, trip) -> {
                trip.aboard.forEach((group, people) -> {
                    boolean feeder =
                            key.vehicle.equals("feeder2") || key.vehicle.equals("feeder1") && !goesOnWithFeeder1(group);
                    carried.merge(group, feeder ? 0 : people.persons(), Integer::sum);
                });
            });
            assertThat(carried)
                    .anySatisfy((group, persons) -> assertThat(persons).isGreaterThan(headcounts.get(group)));
        }

        private void remember() {
            Instant asOf = RAN.plus(Duration.ofMinutes(random.nextInt(7000)));
            long recording = database.ledger().newest();
            known.add(new Known(recording, asOf, mine(database.ledger().ranTrips(asOf, recording))));
            assertThat(mine(database.ledger().ranTrips(LATER)))
                    .hasSameSizeAs(told.keySet())
                    .allSatisfy(this::isAsTold);
        }

        private void isAsTold(RanTrip trip) {
            Told what = told.get(new TripKey(trip.planId(), trip.vehicleId()));
            Map<String, Aboard> aboard = new TreeMap<>();
            trip.boardings().forEach(one -> {
                Aboard sum = aboard.getOrDefault(one.groupId(), Aboard.persons(0));
                aboard.put(
                        one.groupId(),
                        new Aboard(
                                sum.persons() + one.persons(),
                                sum.infants() + one.infants(),
                                sum.escorts() + one.escorts()));
            });
            Map<String, Aboard> expected = new TreeMap<>(what.aboard);
            expected.values().removeIf(people -> people.persons() == 0);
            assertThat(aboard).isEqualTo(expected);
            assertThat(trip.ranAt()).isEqualTo(what.ranAt);
        }

        /** Other sequences of this test are in the same ledger. */
        private List<RanTrip> mine(List<RanTrip> trips) {
            return trips.stream()
                    .filter(trip -> planned.containsKey(new TripKey(trip.planId(), trip.vehicleId())))
                    .toList();
        }

        private void compare(Known then) {
            List<RanTrip> trips = mine(database.ledger().ranTrips(then.asOf, then.recording));
            assertThat(trips).as("as of recording %d", then.recording).isEqualTo(then.trips);
            for (CountingRule rule : CountingRule.values()) {
                CountedTrips counted = CountedTrips.of(trips, CountingSettings.DEFAULT.withRule(rule), then.asOf);
                SlowRecount slow = new SlowRecount(
                        database,
                        planned.keySet().stream().map(TripKey::plan).toList(),
                        then.asOf,
                        then.recording,
                        rule == CountingRule.MAIN_LEG);
                for (String city : Set.of("1401", "1409", "1411", "3203", "4403")) {
                    long coach = counted.figure(Measure.COACH_PERSON_TRIPS, city);
                    long rail = counted.figure(Measure.RAIL_PERSON_TRIPS, city);
                    long air = counted.figure(Measure.AIR_PERSON_TRIPS, city);
                    long all = counted.figure(
                            List.of(Measure.COACH_PERSON_TRIPS, Measure.RAIL_PERSON_TRIPS, Measure.AIR_PERSON_TRIPS),
                            city);
                    assertThat(List.of(
                                    coach,
                                    rail,
                                    air,
                                    all,
                                    counted.figure(Measure.COACH_DISPATCHES, city),
                                    counted.figure(Measure.RAIL_UNITS, city),
                                    counted.figure(Measure.FLIGHT_UNITS, city)))
                            .isEqualTo(List.of(
                                    slow.persons(city, "COACH"),
                                    slow.persons(city, "CHARTERED_TRAIN", "CHARTERED_CARRIAGES"),
                                    slow.persons(city, "CHARTER_FLIGHT", "SEAT_BLOCK"),
                                    coach + rail + air,
                                    slow.trips(city, "COACH"),
                                    slow.trips(city, "CHARTERED_TRAIN") + 3 * slow.trips(city, "CHARTERED_CARRIAGES"),
                                    slow.trips(city, "CHARTER_FLIGHT", "SEAT_BLOCK")))
                            .allSatisfy(figure -> assertThat(figure).isNotNegative());
                }
            }
        }
    }
}
