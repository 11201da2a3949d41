package io.chunfeng.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.dispatch.Boardings;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.dispatch.RanTrip.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** D1. */
class DuplicatesTest {
    private static final String LINXIAN = "141124";
    private static final String SHILOU = "141126";
    private static final String BAOAN = "440306";
    private static final String NANSHAN = "440305";
    /** Nearly midnight in Shanghai: the same UTC day as the minute after, another date there. */
    private static final Instant NIGHT = Instant.parse("2024-02-17T23:59:59+08:00");

    private final List<RanTrip> trips = new ArrayList<>();
    private final Map<TripKey, TripFact> facts = new HashMap<>();

    private void trip(long plan, String vehicle, Kind kind, String name, Instant at, String plate, String from, String to) {
        RanTrip trip = new RanTrip(
                plan + "/" + vehicle, plan, vehicle, kind, name, 0, at, List.of(Boardings.main("g", LINXIAN, 40)));
        trips.add(trip);
        facts.put(TripKey.of(trip), new TripFact(TripKey.of(trip), plate, from, to, true, false));
    }

    private List<Finding> findings() {
        return Duplicates.in(trips, facts);
    }

    @Test
    void theSameCoachFromBothEndsIsFoundHoweverItsPlateIsWritten() {
        trip(1, "C1", Kind.COACH, "吕梁汽运", NIGHT, "晋J12345", LINXIAN, BAOAN);
        // the other end names another county of either city, as it happens
        trip(2, "C9", Kind.COACH, "深圳客运", NIGHT.minusSeconds(9_000), "晋j·123 45", SHILOU, NANSHAN);
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.figures()).containsExactly("2024-02-17", "1411", "4403", "晋J12345", "2");
            assertThat(finding.trips()).containsExactly(new TripKey(1, "C1"), new TripKey(2, "C9"));
        });
    }

    @Test
    void theNextDateInShanghaiIsAnotherTrip() {
        trip(1, "C1", Kind.COACH, "吕梁汽运", NIGHT, "晋J12345", LINXIAN, BAOAN);
        trip(2, "C9", Kind.COACH, "吕梁汽运", NIGHT.plusSeconds(1), "晋J12345", LINXIAN, BAOAN);
        assertThat(findings()).isEmpty();
    }

    @Test
    void theWayBackIsAnotherTrip() {
        trip(1, "C1", Kind.COACH, "吕梁汽运", NIGHT, "晋J12345", LINXIAN, BAOAN);
        trip(2, "C9", Kind.COACH, "吕梁汽运", NIGHT, "晋J12345", BAOAN, LINXIAN);
        assertThat(findings()).isEmpty();
    }

    @Test
    void aFeederThatServesTwoCountiesOfOneCityIsTwoTrips() {
        trip(1, "F1", Kind.COACH, "吕梁汽运", NIGHT.minusSeconds(9_000), "晋J12345", LINXIAN, "141102");
        trip(1, "F2", Kind.COACH, "吕梁汽运", NIGHT, "晋J12345", SHILOU, "141102");
        assertThat(findings()).isEmpty();
    }

    @Test
    void coachesWithoutAPlateAreNotTakenForOneAnother() {
        trip(1, "C1", Kind.COACH, "吕梁汽运", NIGHT, null, LINXIAN, BAOAN);
        trip(2, "C1", Kind.COACH, "吕梁汽运", NIGHT, null, LINXIAN, BAOAN);
        assertThat(findings()).isEmpty();
    }

    @Test
    void aTrainIsFoundByItsNumberAndToldOnce() {
        trip(1, "T1", Kind.CHARTERED_TRAIN, "L512 次", NIGHT, null, LINXIAN, BAOAN);
        trip(2, "T1", Kind.CHARTERED_TRAIN, "l512次", NIGHT, null, LINXIAN, BAOAN);
        assertThat(findings()).hasSize(1);
    }

    @Test
    void aFlightIsFoundByItsIdWhenItIsNamedOtherwise() {
        trip(1, "MU2001", Kind.SEAT_BLOCK, "东航 2001", NIGHT, null, LINXIAN, BAOAN);
        trip(2, "MU2001", Kind.SEAT_BLOCK, "太原—深圳", NIGHT, null, LINXIAN, BAOAN);
        assertThat(findings()).hasSize(1);
    }
}
