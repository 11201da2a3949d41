package io.chunfeng.statistics;

import static io.chunfeng.statistics.CountingRule.EVERY_BOARDING;
import static io.chunfeng.statistics.CountingRule.MAIN_LEG;
import static io.chunfeng.statistics.DispatchDay.LVLIANG;
import static io.chunfeng.statistics.DispatchDay.NOON;
import static io.chunfeng.statistics.DispatchDay.feeder;
import static io.chunfeng.statistics.DispatchDay.main;
import static io.chunfeng.statistics.DispatchDay.trip;
import static io.chunfeng.statistics.Measure.AIR_PERSON_TRIPS;
import static io.chunfeng.statistics.Measure.CARRIAGES;
import static io.chunfeng.statistics.Measure.CHARTER_FLIGHTS;
import static io.chunfeng.statistics.Measure.COACH_DISPATCHES;
import static io.chunfeng.statistics.Measure.COACH_PERSON_TRIPS;
import static io.chunfeng.statistics.Measure.FLIGHT_UNITS;
import static io.chunfeng.statistics.Measure.RAIL_PERSON_TRIPS;
import static io.chunfeng.statistics.Measure.RAIL_UNITS;
import static io.chunfeng.statistics.Measure.SEAT_BLOCKS;
import static io.chunfeng.statistics.Measure.TRAINS;
import static io.chunfeng.statistics.Measure.TRAIN_CARRIAGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.dispatch.Boardings;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.dispatch.RanTrip.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The traps of domain.md section 8 that lie in counting, by their numbers there. */
class CountingTrapsTest {

    @Test
    void trap1FeederAndTrainRidersCountOnce() {
        List<RanTrip> trips = List.of(
                trip("out", Kind.COACH, 0, feeder("g", "141124", 40)),
                trip("train", Kind.CHARTERED_TRAIN, 10, main("g", "141124", 40)),
                trip("in", Kind.COACH, 0, feeder("g", "141124", 40)));
        CountedTrips mainLeg = count(MAIN_LEG, trips);
        assertThat(mainLeg.figure(RAIL_PERSON_TRIPS, LVLIANG)).isEqualTo(40);
        assertThat(mainLeg.figure(COACH_PERSON_TRIPS, LVLIANG)).isZero();
        assertThat(mainLeg.figure(COACH_DISPATCHES, LVLIANG)).isZero();
        CountedTrips boardings = count(EVERY_BOARDING, trips);
        assertThat(boardings.figure(RAIL_PERSON_TRIPS, LVLIANG)).isEqualTo(40);
        assertThat(boardings.figure(COACH_PERSON_TRIPS, LVLIANG)).isEqualTo(80);
        assertThat(boardings.figure(COACH_DISPATCHES, LVLIANG)).isEqualTo(2);
    }

    @Test
    void trap1ACoachWithBothKindsOfRidersIsADispatchWithItsDirectRiders() {
        RanTrip mixed = trip("mixed", Kind.COACH, 0, feeder("g", "141124", 40), main("h", "141124", 3));
        assertThat(count(MAIN_LEG, mixed).figure(COACH_DISPATCHES, LVLIANG)).isEqualTo(1);
        assertThat(count(MAIN_LEG, mixed).figure(COACH_PERSON_TRIPS, LVLIANG)).isEqualTo(3);
    }

    @Test
    void trap2HomeAndBackAgainAreTwoPersonTripsOfTheSameWorkers() {
        CountedTrips counted = count(
                MAIN_LEG,
                trip("返乡", Kind.COACH, 0, NOON.minus(Duration.ofDays(20)), main("g", "141124", 40)),
                trip("返岗", Kind.COACH, 0, NOON, main("g", "141124", 40)));
        assertThat(counted.figure(COACH_PERSON_TRIPS, LVLIANG)).isEqualTo(80);
    }

    @Test
    void trap2AnInfantIsOnTheManifestButNoPersonTrip() {
        RanTrip trip = trip("a", Kind.COACH, 0, Boardings.of("g", "141124", 51, 1, true));
        assertThat(count(MAIN_LEG, trip).figure(COACH_PERSON_TRIPS, LVLIANG)).isEqualTo(51);
        assertThat(count(EVERY_BOARDING, trip).figure(COACH_PERSON_TRIPS, LVLIANG))
                .isEqualTo(51);
    }

    @Test
    void trap3TheSameCoachTwiceIsTwoDispatches() {
        RanTrip first = new RanTrip("1/a", 1, "a", Kind.COACH, "晋J12345", 0, NOON, List.of(main("g", "141124", 50)));
        RanTrip second = new RanTrip("1/b", 1, "b", Kind.COACH, "晋J12345", 0, NOON, List.of(main("g", "141124", 30)));
        assertThat(count(MAIN_LEG, first, second).figure(COACH_DISPATCHES, LVLIANG))
                .isEqualTo(2);
    }

    @Test
    void trap3EmptyRunsDoNotCount() {
        CountedTrips counted = count(
                EVERY_BOARDING, trip("empty", Kind.COACH, 0), trip("nobody", Kind.COACH, 0, main("g", "141124", 0)));
        assertThat(counted.trips()).isEmpty();
    }

    @Test
    void trap4TrainsAndCarriagesStayApartAndConvertAsTheSettingSays() {
        List<RanTrip> trips = List.of(
                trip("train", Kind.CHARTERED_TRAIN, 10, main("g", "141124", 900)),
                trip("carriages", Kind.CHARTERED_CARRIAGES, 3, main("h", "141124", 251)));
        CountedTrips asOne = count(MAIN_LEG, trips);
        assertThat(asOne.figure(TRAINS, LVLIANG)).isEqualTo(1);
        assertThat(asOne.figure(TRAIN_CARRIAGES, LVLIANG)).isEqualTo(10);
        assertThat(asOne.figure(CARRIAGES, LVLIANG)).isEqualTo(3);
        assertThat(asOne.figure(RAIL_UNITS, LVLIANG)).isEqualTo(1 + 3);
        CountedTrips asCarriages = CountedTrips.of(
                trips,
                new CountingSettings(
                        MAIN_LEG, RailConversion.TRAIN_AS_CARRIAGES, SeatBlockConversion.SEAT_BLOCK_AS_ONE),
                NOON);
        assertThat(asCarriages.figure(RAIL_UNITS, LVLIANG)).isEqualTo(10 + 3);
        assertThat(asCarriages.figure(RAIL_PERSON_TRIPS, LVLIANG)).isEqualTo(1151);
    }

    @Test
    void trap5SeatBlocksAreKeptApartFromCharterFlights() {
        List<RanTrip> trips = List.of(
                trip("charter", Kind.CHARTER_FLIGHT, 0, main("g", "141124", 150)),
                trip("block", Kind.SEAT_BLOCK, 0, main("h", "141124", 20)));
        CountedTrips counted = count(MAIN_LEG, trips);
        assertThat(counted.figure(CHARTER_FLIGHTS, LVLIANG)).isEqualTo(1);
        assertThat(counted.figure(SEAT_BLOCKS, LVLIANG)).isEqualTo(1);
        assertThat(counted.figure(FLIGHT_UNITS, LVLIANG)).isEqualTo(2);
        CountedTrips chartersOnly = CountedTrips.of(
                trips,
                new CountingSettings(MAIN_LEG, RailConversion.TRAIN_AS_ONE, SeatBlockConversion.SEAT_BLOCK_NOT_COUNTED),
                NOON);
        assertThat(chartersOnly.figure(FLIGHT_UNITS, LVLIANG)).isEqualTo(1);
        assertThat(chartersOnly.figure(AIR_PERSON_TRIPS, LVLIANG)).isEqualTo(170);
    }

    @Test
    void trap7OnlyThoseWhoBoardedCount() {
        // 262 were registered for the train of the dispatch day; its boardings say 251.
        assertThat(count(MAIN_LEG, DispatchDay.trips()).figure(RAIL_PERSON_TRIPS, LVLIANG))
                .isEqualTo(251);
    }

    @Test
    void trap8FiguresAreCumulativeUntilTheMomentWhichIsIncluded() {
        Instant due = Instant.parse("2024-02-22T18:00:00+08:00");
        List<RanTrip> trips = List.of(
                trip("weeks before", Kind.COACH, 0, due.minus(Duration.ofDays(20)), main("g", "141124", 10)),
                trip("in time", Kind.COACH, 0, due, main("g", "141124", 20)),
                trip("too late", Kind.COACH, 0, due.plusMillis(1), main("g", "141124", 40)));
        CountedTrips counted = CountedTrips.of(trips, CountingSettings.DEFAULT, due);
        assertThat(counted.figure(COACH_PERSON_TRIPS, LVLIANG)).isEqualTo(30);
        assertThat(counted.figure(COACH_DISPATCHES, LVLIANG)).isEqualTo(2);
    }

    @Test
    void theSameTripGivenTwiceIsAnError() {
        RanTrip trip = trip("a", Kind.COACH, 0, main("g", "141124", 40));
        assertThatThrownBy(() -> count(MAIN_LEG, trip, trip))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1/a");
    }

    private static CountedTrips count(CountingRule rule, RanTrip... trips) {
        return count(rule, List.of(trips));
    }

    private static CountedTrips count(CountingRule rule, List<RanTrip> trips) {
        return CountedTrips.of(trips, CountingSettings.DEFAULT.withRule(rule), NOON);
    }
}
