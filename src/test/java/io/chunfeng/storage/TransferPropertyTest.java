package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.day.BoardTrip;
import io.chunfeng.day.Boarded;
import io.chunfeng.day.Report;
import io.chunfeng.day.ReportRefusedException;
import io.chunfeng.day.StaleTripException;
import io.chunfeng.day.TripEntry;
import io.chunfeng.statistics.CountedTrips;
import io.chunfeng.statistics.CountingRule;
import io.chunfeng.statistics.CountingSettings;
import io.chunfeng.statistics.Measure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is reported in whatever order, and by several at once: the ledger is who was told to be aboard. */
class TransferPropertyTest {
    private static final int STEPS = 60;
    private static final List<String> VEHICLES = TransferDay.VEHICLES;
    private static final List<Report> REPORTS =
            List.of(Report.DEPARTED, Report.DEPARTED, Report.ARRIVED, Report.CANCELLED, Report.PLANNED);

    private TransferDay day;

    @BeforeEach
    void publish() {
        day = new TransferDay();
        day.published(0);
    }

    @AfterEach
    void close() {
        day.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theLedgerIsWhoWasToldToBeAboard(long seed) {
        Random random = new Random(seed);
        Map<String, List<Boarded>> told = new TreeMap<>();
        int refused = 0;
        for (int step = 0; step < STEPS; step++) {
            TripEntry entry = any(random);
            String vehicle = entry.trip().vehicle();
            long before = day.database().ledger().newest();
            try {
                day.board().record(entry, "zhang");
                told.remove(vehicle);
                if (entry.report().ran()) {
                    told.put(vehicle, entry.boarded());
                }
            } catch (ReportRefusedException | IllegalStateException e) {
                refused++;
                assertThat(day.database().ledger().newest()).isEqualTo(before);
            }
            assertThat(day.carried()).as("step %d", step).isEqualTo(aboard(told, VEHICLES));
            assertTable(told);
        }
        assertThat(refused).as("most are not refused").isLessThan(STEPS / 2);
    }

    /** Reports of trips that exchange people wait for each other, in one order. */
    @Test
    void severalDispatchersAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Integer>> desks = new ArrayList<>();
        try {
            for (int desk = 0; desk < 4; desk++) {
                Random random = new Random(desk);
                desks.add(threads.submit(() -> report(random)));
            }
            int recorded = 0;
            for (Future<Integer> desk : desks) {
                recorded += desk.get(120, TimeUnit.SECONDS);
            }
            assertThat(recorded).isGreaterThan(20);
        } finally {
            threads.shutdownNow();
        }
        Map<String, List<Boarded>> told = new TreeMap<>();
        for (String vehicle : VEHICLES) {
            BoardTrip trip = day.trip(vehicle);
            if (trip.state().ran()) {
                told.put(vehicle, trip.counted());
            }
        }
        assertThat(day.carried()).isEqualTo(aboard(told, VEHICLES));
    }

    /** @return how many reports were recorded; anything else than a refusal ends the test */
    private int report(Random random) {
        int recorded = 0;
        for (int step = 0; step < STEPS / 2; step++) {
            try {
                day.board().record(any(random), "zhang");
                recorded++;
            } catch (StaleTripException | ReportRefusedException | IllegalStateException e) {
                assertThat(e).hasMessageNotContaining("deadlock");
            }
        }
        return recorded;
    }

    private TripEntry any(Random random) {
        BoardTrip trip = day.trip(VEHICLES.get(random.nextInt(VEHICLES.size())));
        Report report = REPORTS.get(random.nextInt(REPORTS.size()));
        List<Boarded> boarded = report.ran() ? someOf(trip, random) : List.of();
        return new TripEntry(trip.ref(), report, trip.seen(), 0, trip.departure(), "更正", boarded);
    }

    private static List<Boarded> someOf(BoardTrip trip, Random random) {
        List<Boarded> boarded = new ArrayList<>();
        trip.personsByGroup().forEach((group, planned) -> {
            int missing = random.nextInt(Math.min(planned, 9));
            int moved = random.nextInt(missing + 1);
            String to = VEHICLES.get(random.nextInt(VEHICLES.size()));
            boolean known = moved > 0 && !to.equals(trip.ref().vehicle());
            boarded.add(TransferDay.boarded(group, planned - missing, missing - moved, moved, known ? to : null));
        });
        return boarded;
    }

    /** Persons by trip and group, of these trips. @param told who boarded the trips that run, with who moved elsewhere */
    private static Map<String, Integer> aboard(Map<String, List<Boarded>> told, Collection<String> vehicles) {
        Map<String, Integer> aboard = new TreeMap<>();
        told.forEach((vehicle, groups) -> groups.forEach(one -> {
            String to = one.absent().movedTo();
            if (vehicles.contains(vehicle)) {
                aboard.merge(vehicle + " " + one.groupId(), one.persons(), Integer::sum);
            }
            if (to != null && told.containsKey(to) && vehicles.contains(to)) {
                aboard.merge(to + " " + one.groupId(), one.absent().moved(), Integer::sum);
            }
        }));
        aboard.values().removeIf(persons -> persons == 0);
        return aboard;
    }

    /** Every boarding counts: coaches and trains are all that there is. */
    private void assertTable(Map<String, List<Boarded>> told) {
        CountedTrips counted = CountedTrips.of(
                day.database().ledger().ranTrips(HandMadePlan.DEPARTURE),
                CountingSettings.DEFAULT.withRule(CountingRule.EVERY_BOARDING),
                HandMadePlan.DEPARTURE);
        long coach = counted.figure(Measure.COACH_PERSON_TRIPS, "14");
        long rail = counted.figure(Measure.RAIL_PERSON_TRIPS, "14");
        long all = counted.figure(
                List.of(Measure.COACH_PERSON_TRIPS, Measure.RAIL_PERSON_TRIPS, Measure.AIR_PERSON_TRIPS), "14");
        assertThat(List.of(coach, rail, all))
                .isEqualTo(List.of(sum(told, VEHICLES.subList(0, 5)), sum(told, List.of("k1")), coach + rail));
    }

    private static long sum(Map<String, List<Boarded>> told, Collection<String> vehicles) {
        return aboard(told, vehicles).values().stream()
                .mapToLong(Integer::longValue)
                .sum();
    }
}
