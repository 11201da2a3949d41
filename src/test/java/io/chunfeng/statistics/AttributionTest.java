package io.chunfeng.statistics;

import static io.chunfeng.statistics.DispatchDay.NOON;
import static io.chunfeng.statistics.DispatchDay.feeder;
import static io.chunfeng.statistics.DispatchDay.main;
import static io.chunfeng.statistics.DispatchDay.trip;
import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.dispatch.Boardings;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.dispatch.RanTrip.Boarding;
import io.chunfeng.dispatch.RanTrip.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AttributionTest {
    private final StatisticsTemplate template = TemplateFile.load("T-2024-SX");

    @Test
    void theCityWithMostCountedPersonsReportsTheVehicle() {
        CountedTrips counted = count(
                CountingRule.MAIN_LEG,
                List.of(trip("a", Kind.COACH, 0, main("g", "140924", 20), main("h", "141124", 33))));
        assertThat(counted.figure(Measure.COACH_DISPATCHES, "1411")).isEqualTo(1);
        assertThat(counted.figure(Measure.COACH_DISPATCHES, "1409")).isZero();
        assertThat(counted.figure(Measure.COACH_PERSON_TRIPS, "1411")).isEqualTo(33);
        assertThat(counted.figure(Measure.COACH_PERSON_TRIPS, "1409")).isEqualTo(20);
    }

    @Test
    void ofEqualsTheLowestCodeReports() {
        CountedTrips counted = count(
                CountingRule.MAIN_LEG,
                List.of(trip("a", Kind.CHARTERED_TRAIN, 9, main("g", "141124", 20), main("h", "140924", 20))));
        assertThat(counted.trips().get(0).owner()).isEqualTo("1409");
    }

    @Test
    void countiesOfOneCityAddUpBeforeTheyAreCompared() {
        CountedTrips counted = count(
                CountingRule.MAIN_LEG,
                List.of(trip(
                        "a",
                        Kind.COACH,
                        0,
                        main("g", "140924", 25),
                        main("h", "141124", 14),
                        main("i", "141126", 13))));
        assertThat(counted.trips().get(0).owner()).isEqualTo("1411");
    }

    @Test
    void feederRidersDoNotMakeAnOwnerWhileSomebodyIsOnAMainLeg() {
        RanTrip mixed = trip("a", Kind.COACH, 0, feeder("g", "140924", 40), main("h", "141124", 10));
        for (CountingRule rule : CountingRule.values()) {
            assertThat(count(rule, List.of(mixed)).trips().get(0).owner()).isEqualTo("1411");
        }
        RanTrip feeders = trip("b", Kind.COACH, 0, feeder("g", "140924", 12), feeder("h", "141124", 10));
        assertThat(count(CountingRule.EVERY_BOARDING, List.of(feeders))
                        .trips()
                        .get(0)
                        .owner())
                .isEqualTo("1409");
        assertThat(trip("c", Kind.COACH, 0).owner()).isNull();
    }

    @Test
    void columnsAddUpToTheTripsAndPersonsThatCount() {
        Random random = new Random(20240217);
        for (int round = 0; round < 200; round++) {
            List<RanTrip> trips = new ArrayList<>();
            for (int i = random.nextInt(30); i >= 0; i--) {
                List<Boarding> boardings = new ArrayList<>();
                for (int b = random.nextInt(5); b > 0; b--) {
                    String county = String.format("14%02d%02d", 1 + random.nextInt(11), 21 + random.nextInt(8));
                    boardings.add(Boardings.of("g", county, 1 + random.nextInt(40), 0, random.nextBoolean()));
                }
                Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
                trips.add(trip("t" + i, kind, 3, boardings.toArray(Boarding[]::new)));
            }
            for (CountingRule rule : CountingRule.values()) {
                StatisticsTable table = StatisticsTable.of(template, template.provinceUnit(), count(rule, trips));
                assertThat(total(table, 8)).isEqualTo(loaded(trips, rule, Kind.COACH));
                assertThat(total(table, 10))
                        .isEqualTo(loaded(trips, rule, Kind.CHARTERED_TRAIN)
                                + 3 * loaded(trips, rule, Kind.CHARTERED_CARRIAGES));
                assertThat(total(table, 12))
                        .isEqualTo(loaded(trips, rule, Kind.CHARTER_FLIGHT) + loaded(trips, rule, Kind.SEAT_BLOCK));
                assertThat(total(table, 7)).isEqualTo(persons(trips, rule));
                assertThat(total(table, 7)).isEqualTo(total(table, 9) + total(table, 11) + total(table, 13));
            }
        }
    }

    @Test
    void everyFigureEqualsTheTripsBehindIt() {
        StatisticsTable table = StatisticsTable.of(
                template, template.provinceUnit(), count(CountingRule.EVERY_BOARDING, DispatchDay.trips()));
        for (StatisticsTable.Row row : table.rows()) {
            for (int column = 7; column <= 13; column++) {
                long behind = table.behind(column, row.unit().code()).stream()
                        .mapToLong(CountedTrips.Share::value)
                        .sum();
                assertThat(row.cells().get(column - 1)).isEqualTo(new StatisticsTable.Figure(column, behind));
            }
        }
        assertThat(table.behind(8, "1411")).hasSize(8);
        assertThat(table.behind(7, "1411")).hasSize(11);
    }

    @Test
    void personsOfAnotherProvinceAreInNoRowButNotForgotten() {
        StatisticsTable table = StatisticsTable.of(
                template,
                template.provinceUnit(),
                count(
                        CountingRule.MAIN_LEG,
                        List.of(trip("徐州—朔州", Kind.CHARTERED_TRAIN, 6, main("矿工", "320322", 456)))));
        assertThat(total(table, 7)).isZero();
        assertThat(table.citiesWithoutRow()).containsExactly("3203");
        assertThat(StatisticsNotes.chinese(table))
                .anyMatch(note -> note.contains("另有 456 人次") && note.contains("3203"));
        assertThat(StatisticsNotes.english(table)).anyMatch(note -> note.contains("456") && note.contains("3203"));
    }

    private static CountedTrips count(CountingRule rule, List<RanTrip> trips) {
        return CountedTrips.of(trips, CountingSettings.DEFAULT.withRule(rule), NOON);
    }

    private static long total(StatisticsTable table, int column) {
        return ((StatisticsTable.Figure) table.totals().get(column - 1)).value();
    }

    private static long loaded(List<RanTrip> trips, CountingRule rule, Kind kind) {
        return trips.stream()
                .filter(trip -> trip.kind() == kind)
                .filter(trip -> trip.boardings().stream().anyMatch(rule::counts))
                .count();
    }

    private static long persons(List<RanTrip> trips, CountingRule rule) {
        return trips.stream()
                .flatMap(trip -> trip.boardings().stream())
                .filter(rule::counts)
                .mapToLong(Boarding::persons)
                .sum();
    }
}
