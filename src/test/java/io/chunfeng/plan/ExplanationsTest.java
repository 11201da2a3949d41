package io.chunfeng.plan;

import static io.chunfeng.plan.Tiny.EIGHT;
import static io.chunfeng.plan.Tiny.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chunfeng.demand.Mode;
import io.chunfeng.plan.VehicleExplanation.Section;
import io.chunfeng.plan.VehicleExplanation.TimeBound;
import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** Plans made by hand: costs that add up, load by leg, and what really binds a trip's time. */
class ExplanationsTest {
    private static final long MINUTE = 60;
    private static final long QUARTER = 900;
    private static final long HOUR = 3600;

    private final Tiny tiny = new Tiny();

    private VehicleExplanation explain(String vehicle) {
        return new Explanations(tiny.problem(), tiny.plan()).of(vehicle).orElseThrow();
    }

    private TimeBound earlier() {
        return explain("C").bounds().get(0);
    }

    private TimeBound later() {
        return explain("C").bounds().get(1);
    }

    private static TimeBound bound(long seconds, BindingReason reason, String subject, Instant limit) {
        return new TimeBound(seconds, reason, subject, limit, 0);
    }

    private Tiny.Trip aloneAtEight() {
        tiny.group("g", "A", "W", 5);
        Tiny.Trip trip = tiny.direct("C", EIGHT).add();
        tiny.ride("g", 5, trip.leg(0, 1));
        return trip;
    }

    @Test
    void everyFenOfThePlanBelongsToOneVehicleOrToASplit() {
        tiny.group("g", "A", "W", 7).group("h", "B", "W", 2);
        tiny.rules = rulesWithFenPerHour(997);
        Tiny.Trip direct = tiny.trip("C", 1, EIGHT)
                .drive("B")
                .stop()
                .drive("A")
                .stop()
                .drive("W")
                .stop()
                .home();
        direct.add();
        Tiny.Trip out =
                tiny.trip("F", 1, EIGHT).drive("A").stop().drive("S").stop().home();
        out.add();
        tiny.ride("g", 3, direct.leg(1, 2)).ride("h", 2, direct.leg(0, 2));
        tiny.ride("g", 4, out.leg(0, 1), tiny.train("S", "T"));
        tiny.bookTrain(1);

        Plan plan = tiny.plan();
        VehicleCosts costs = VehicleCosts.of(tiny.problem(), plan);

        assertThat(costs.totalFen()).isEqualTo(plan.score().costFen());
        assertThat(costs.splitFen()).isEqualTo(20_000);
        assertThat(costs.lines("C").stream()
                        .filter(line -> line.component().compareTo(CostComponent.DRIVERS) <= 0)
                        .mapToLong(CostLine::fen)
                        .sum())
                .isEqualTo(plan.coachTrips().get(0).costFen());
        assertThat(costs.lines("train"))
                .extracting(CostLine::component)
                .containsExactly(
                        CostComponent.SERVICE,
                        CostComponent.CARRIAGES,
                        CostComponent.TICKETS,
                        CostComponent.TIME,
                        CostComponent.TRANSFERS);
    }

    private static Rules rulesWithFenPerHour(long fen) {
        Rules d = Rules.DEFAULT;
        return new Rules(
                d.maxBoardingStops(),
                d.maxAlightingStops(),
                d.stopSeconds(),
                d.walkMetres(),
                d.maxFeederMetres(),
                d.checkInSecondsRail(),
                d.checkInSecondsAir(),
                d.egressSecondsRail(),
                d.egressSecondsAir(),
                d.maxRideRatio(),
                d.rideSlackSeconds(),
                d.maxDrivers(),
                d.homeEnd(),
                d.driverHours(),
                new Rules.Weights(d.weights().unservedByPriority(), fen, 2000, 20_000, 1000));
    }

    @Test
    void waitingForTheTrainIsChargedToTheFeederAndTheTransferToTheTrain() {
        tiny.group("g", "A", "T", 4);
        Tiny.Trip out = tiny.trip("C", 1, EIGHT)
                .drive("A")
                .stop()
                .drive("S")
                .stop()
                .home()
                .add();
        tiny.ride("g", 4, out.leg(0, 1), tiny.train("S", "T")).bookTrain(1);

        // leaves A at 08:25, the train leaves at 10:00
        assertThat(explain("C").costs())
                .contains(new CostLine(CostComponent.TIME, 4 * 5700, 1000, 4 * 5700 * 1000 / 3600));
        assertThat(explain("train").costs()).contains(new CostLine(CostComponent.TRANSFERS, 4, 2000, 8000));
    }

    @Test
    void loadByLegCountsWhoIsAboard() {
        tiny.spaces = 2;
        tiny.group("g", "A", "W", 5).group("h", "B", "W", 3, 1, 1, EnumSet.allOf(Mode.class));
        Tiny.Trip trip = tiny.trip("C", 1, EIGHT)
                .drive("A")
                .stop()
                .drive("B")
                .stop()
                .drive("W")
                .stop()
                .home()
                .add();
        tiny.ride("g", 5, trip.leg(0, 2)).ride("h", 3, 1, trip.leg(1, 2));

        assertThat(explain("C").sections())
                .extracting(
                        Section::from, Section::persons, Section::wheelchairs, Section::freeSeats, Section::freeSpaces)
                .containsExactly(tuple("A", 5L, 0L, 4L, 2L), tuple("B", 8L, 1L, 1L, 1L));
    }

    @Test
    void aSeatLeftAtOneStationIsFreeOnTheNextSegment() {
        tiny.group("g", "S", "P", 4).group("h", "P", "T", 3);
        tiny.ride("g", 4, tiny.train("S", "P"))
                .ride("h", 3, tiny.train("P", "T"))
                .bookTrain(1);

        VehicleExplanation train = explain("train");
        assertThat(train.sections()).extracting(Section::freeSeats).containsExactly(1L, 2L);
        assertThat(train.fill()).isEqualTo(new VehicleExplanation.Fill(1, 1, 3));
        assertThat(train.bounds()).extracting(TimeBound::reason).containsExactly(BindingReason.TIMETABLE);
    }

    @Test
    void aMinuteLaterWouldMissTheLatestArrival() {
        aloneAtEight();
        tiny.window(EIGHT.minusSeconds(86_400), at("2024-02-17T11:25:00+08:00"));
        assertThat(later())
                .isEqualTo(bound(MINUTE, BindingReason.LATEST_ARRIVAL, "g", at("2024-02-17T11:25:00+08:00")));
    }

    @Test
    void withAMinutesSlackTheMinuteIsPossibleAndTheQuarterIsNot() {
        aloneAtEight();
        tiny.window(EIGHT.minusSeconds(86_400), at("2024-02-17T11:26:00+08:00"));
        assertThat(later())
                .isEqualTo(bound(QUARTER, BindingReason.LATEST_ARRIVAL, "g", at("2024-02-17T11:26:00+08:00")));
    }

    @Test
    void nobodyMayLeaveEarlier() {
        aloneAtEight();
        tiny.window(at("2024-02-17T08:25:00+08:00"), EIGHT.plusSeconds(86_400));
        assertThat(earlier())
                .isEqualTo(bound(-MINUTE, BindingReason.EARLIEST_DEPARTURE, "g", at("2024-02-17T08:25:00+08:00")));
    }

    @Test
    void theTrainDoesNotWait() {
        tiny.group("g", "A", "T", 4);
        Tiny.Trip out = tiny.trip("C", 1, EIGHT.minusSeconds(300))
                .drive("A")
                .stop()
                .drive("S")
                .stop()
                .home()
                .add();
        tiny.ride("g", 4, out.leg(0, 1), tiny.train("S", "T")).bookTrain(1);
        assertThat(later()).isEqualTo(bound(MINUTE, BindingReason.CHECK_IN, "train", EIGHT.plusSeconds(3600)));
    }

    @Test
    void theFeederFromTheStationWaitsForTheWayOut() {
        tiny.group("g", "S", "W", 4);
        Instant ready = EIGHT.plusSeconds(20_000 + 1200);
        Tiny.Trip in = tiny.new Trip("C", "L", 1, ready.minusSeconds(900 + 1200))
                .drive("T")
                .stop()
                .drive("W")
                .stop()
                .home()
                .add();
        tiny.ride("g", 4, tiny.train("S", "T"), in.leg(0, 1)).bookTrain(1);
        assertThat(earlier()).isEqualTo(bound(-MINUTE, BindingReason.EGRESS, "train", ready));
    }

    @Test
    void anHourLaterTheCurfewWouldBeTouched() {
        tiny.group("g", "A", "W", 5);
        Tiny.Trip trip = tiny.trip("C", 1, at("2024-02-17T22:00:00+08:00"))
                .drive("A")
                .stop()
                .driveWithRest("W", 6600, 1200)
                .stop()
                .rest(10_800)
                .driveWithRest("D", 7200, 1200)
                .add();
        tiny.ride("g", 5, trip.leg(0, 1));

        assertThat(later().reason()).isEqualTo(BindingReason.CURFEW);
        // the three hours of the curfew fall into the ride
        assertThat(later().costFen()).isEqualTo(5 * 3 * 1000);
        assertThat(explain("C").rests())
                .extracting(VehicleExplanation.Rest::reason)
                .containsExactly(BindingReason.NIGHT, BindingReason.CURFEW, BindingReason.NIGHT);
    }

    @Test
    void theOnlyCoachIsNeededForTheNextTrip() {
        Tiny.Trip first = aloneAtEight();
        Instant back = first.trip().busyUntil();
        tiny.group("h", "A", "W", 5);
        Tiny.Trip second = tiny.direct("C2", back).add();
        tiny.ride("h", 5, second.leg(0, 1));
        assertThat(later()).isEqualTo(bound(MINUTE, BindingReason.POOL_BUSY, "K", null));

        tiny.count = 2;
        assertThat(later().reason()).isEqualTo(BindingReason.FREE);
    }

    @Test
    void thePoolIsNotAvailableBefore() {
        aloneAtEight();
        tiny.availableFrom = EIGHT;
        assertThat(earlier()).isEqualTo(bound(-MINUTE, BindingReason.POOL_PERIOD, "K", EIGHT));
    }

    @Test
    void nothingHappensBeforeThePlanningMoment() {
        aloneAtEight();
        tiny.asOf = EIGHT;
        assertThat(earlier()).isEqualTo(bound(-MINUTE, BindingReason.AS_OF, null, EIGHT));
    }

    @Test
    void whereNothingBindsTheHoursPriceIsTold() {
        tiny.group("g", "A", "S", 5);
        Tiny.Trip trip = tiny.trip("C", 1, at("2024-02-16T23:50:00+08:00"))
                .drive("A")
                .stop()
                .drive("S")
                .stop()
                .home()
                .add();
        tiny.ride("g", 5, trip.leg(0, 1));

        // an hour earlier it would leave on the 16th, a day before the wish
        assertThat(earlier()).isEqualTo(new TimeBound(-HOUR, BindingReason.CHEAPEST, null, null, 5 * 1000));
        assertThat(later()).isEqualTo(new TimeBound(HOUR, BindingReason.FREE, null, null, 0));
    }

    @Test
    void theSecondDriverHasAReason() {
        tiny.road("A", "W", 410_000, 13_000).group("g", "A", "W", 5);
        Tiny.Trip trip = tiny.trip("C", 2, EIGHT)
                .drive("A")
                .stop()
                .drive("W")
                .stop()
                .home()
                .add();
        tiny.ride("g", 5, trip.leg(0, 1));
        assertThat(explain("C").drivers()).isEqualTo(BindingReason.SECOND_DRIVER);

        tiny.expressway("A", "W", 0.9);
        assertThat(explain("C").drivers()).isEqualTo(BindingReason.FREE);
    }

    @Test
    void eightHoursOfDrivingAreOneDriversDay() {
        // 600 s there, 14,100 s each way: 28,800 s
        tiny.road("A", "W", 300_000, 14_100).road("D", "W", 300_000, 14_100).group("g", "A", "W", 5);
        Tiny.Trip trip = tiny.trip("C", 2, EIGHT)
                .drive("A")
                .stop()
                .rest(300)
                .drive("W")
                .stop()
                .rest(300)
                .home()
                .add();
        tiny.ride("g", 5, trip.leg(0, 1));
        assertThat(explain("C").drivers()).isEqualTo(BindingReason.FREE);

        tiny.road("A", "W", 300_000, 14_101);
        tiny.trips.clear();
        tiny.journeys.clear();
        Tiny.Trip longer = tiny.trip("C", 2, EIGHT)
                .drive("A")
                .stop()
                .rest(300)
                .drive("W")
                .stop()
                .rest(300)
                .home()
                .add();
        tiny.ride("g", 5, longer.leg(0, 1));
        assertThat(explain("C").drivers()).isEqualTo(BindingReason.HOURS_24);
    }

    @Test
    void whatIsNotInThePlanHasNoExplanation() {
        aloneAtEight();
        assertThat(new Explanations(tiny.problem(), tiny.plan()).of("train")).isEmpty();
        assertThat(new Explanations(tiny.problem(), tiny.plan()).of("nowhere")).isEmpty();
    }
}
