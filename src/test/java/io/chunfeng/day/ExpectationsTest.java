package io.chunfeng.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.plan.Rules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How reported delays go on to arrivals and connections. */
class ExpectationsTest {
    private static final TripRef FEEDER = new TripRef(Trips.PLAN, "C1");
    private static final TripRef FETCHER = new TripRef(Trips.PLAN, "C2");

    private static Map<TripRef, TripExpectation> of(BoardTrip... trips) {
        return Expectations.of(List.of(trips), Rules.DEFAULT);
    }

    @Test
    void withoutReportsEverythingIsAsPublished() {
        TripExpectation expected =
                of(Trips.feeder(), Trips.train(), Trips.fetcher()).get(FEEDER);

        assertThat(expected.departsAt()).isEqualTo(Trips.NINE);
        assertThat(expected.arrivesAt()).isEqualTo(Trips.NINE.plusSeconds(3600));
        assertThat(expected.connections()).hasSize(1);
        assertThat(expected.missed()).isEmpty();
    }

    /** The coach is there when check-in begins: made. */
    @Test
    void aConnectionExactlyAtCheckInIsMade() {
        BoardTrip onTime = Trips.feeder(Trips.event(1, "C1", Report.DEPARTED, 0, Trips.NINE));

        TripExpectation expected = of(onTime, Trips.train()).get(FEEDER);

        assertThat(expected.connections().get(0).arrivesAt())
                .isEqualTo(expected.connections().get(0).by());
        assertThat(expected.missed()).isEmpty();
    }

    @Test
    void oneSecondLaterIsNot() {
        BoardTrip late = Trips.feeder(Trips.event(1, "C1", Report.DEPARTED, 0, Trips.NINE.plusSeconds(1)));

        TripExpectation expected = of(late, Trips.train()).get(FEEDER);

        assertThat(expected.delaySeconds()).isEqualTo(1);
        assertThat(expected.missed()).singleElement().satisfies(missed -> {
            assertThat(missed.groupId()).isEqualTo("G1");
            assertThat(missed.to()).isEqualTo("K1");
            assertThat(missed.persons()).isEqualTo(20);
        });
    }

    /** Naively the late coach misses the train; but the train is later still. */
    @Test
    void aTrainThatIsLateItselfIsReached() {
        BoardTrip late = Trips.feeder(Trips.event(1, "C1", Report.LATE, 30, Trips.NINE));
        BoardTrip train = Trips.train(Trips.event(2, "K1", Report.LATE, 30, Trips.NINE));

        assertThat(of(late, train).get(FEEDER).missed()).isEmpty();
        assertThat(of(late, Trips.train()).get(FEEDER).missed()).hasSize(1);
    }

    @Test
    void theCoachAtTheFarEndWaitsForTheTrain() {
        BoardTrip train = Trips.train(Trips.event(2, "K1", Report.LATE, 45, Trips.NINE));

        TripExpectation expected = of(Trips.feeder(), train, Trips.fetcher()).get(FETCHER);

        assertThat(expected.delaySeconds()).isEqualTo(45 * 60);
        assertThat(expected.waitsFor()).isEqualTo("K1");
        assertThat(expected.arrivesAt()).isEqualTo(Trips.NINE.plusSeconds(39_000 + 45 * 60));
    }

    @Test
    void onceItHasLeftItWaitsForNobody() {
        BoardTrip train = Trips.train(Trips.event(2, "K1", Report.LATE, 45, Trips.NINE));
        BoardTrip left = Trips.fetcher(Trips.event(3, "C2", Report.DEPARTED, 0, Trips.NINE.plusSeconds(37_200)));

        TripExpectation expected = of(train, left).get(FETCHER);

        assertThat(expected.delaySeconds()).isZero();
        assertThat(expected.waitsFor()).isNull();
    }

    @Test
    void whatIsMadeGoodIsReported() {
        BoardTrip made = Trips.feeder(
                Trips.event(1, "C1", Report.DEPARTED, 0, Trips.NINE.plusSeconds(1800)),
                Trips.event(2, "C1", Report.LATE, 0, Trips.NINE.plusSeconds(2400)));

        assertThat(of(made, Trips.train()).get(FEEDER).missed()).isEmpty();
        assertThat(of(made).get(FEEDER).departsAt()).isEqualTo(Trips.NINE.plusSeconds(1800));
    }

    @Test
    void aCancelledTripHasNoConnectionsAndNoDelay() {
        BoardTrip cancelled = Trips.feeder(
                Trips.event(1, "C1", Report.LATE, 90, Trips.NINE),
                Trips.event(2, "C1", Report.CANCELLED, 0, Trips.NINE));

        TripExpectation expected = of(cancelled, Trips.train()).get(FEEDER);

        assertThat(expected.connections()).isEmpty();
        assertThat(expected.delaySeconds()).isZero();
    }
}
