package io.chunfeng.plan;

import static io.chunfeng.plan.Tiny.EIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.demand.Mode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Trains, flights, feeders and counting: H01, H03, H11, H13 to H18 and the figures. */
class JourneyRulesTest {
    private static final Set<Mode> ALL = EnumSet.allOf(Mode.class);
    /** A feeder that reaches S at 09:00, 3,600 s before the train leaves. */
    private static final int EDGE = 3600 - 2400 - 900 - 600;

    private final Tiny tiny = new Tiny();

    @BeforeEach
    void walkFromTrainToWorkplace() {
        tiny.road("T", "W", 1500, 300);
    }

    private Tiny.Trip feeder(int delaySeconds) {
        return tiny.trip("c", 1, EIGHT.plusSeconds(EDGE + delaySeconds))
                .drive("A")
                .stop()
                .drive("S")
                .stop()
                .home();
    }

    private void byTrain(int persons, int delaySeconds, int carriages) {
        Tiny.Trip feeder = feeder(delaySeconds).add();
        tiny.ride("g", persons, feeder.leg(0, 1), tiny.train("S", "T")).bookTrain(carriages);
    }

    @Test
    void h11CheckInOnTheEdgeAndAWalkAtTheOtherEnd() {
        tiny.group("g", "A", "W", 5);
        byTrain(5, 0, 1);
        assertThat(tiny.broken()).isEmpty();
        assertThat(tiny.plan().kpis().personsRail()).isEqualTo(5);
    }

    @Test
    void h11OneSecondLate() {
        tiny.group("g", "A", "W", 5);
        byTrain(5, 1, 1);
        assertThat(tiny.broken()).containsExactly(Rule.H11);
    }

    @Test
    void h11AMetreTooFarToWalk() {
        tiny.group("g", "A", "W", 5).road("T", "W", 1501, 300);
        byTrain(5, 0, 1);
        assertThat(tiny.broken()).containsExactly(Rule.H11);
    }

    @Test
    void h11AWalkNeedsAStation() {
        tiny.road("A", "B", 1000, 600).group("g", "A", "W", 5);
        Tiny.Trip trip = tiny.trip("c", 1, EIGHT)
                .drive("B")
                .stop()
                .drive("W")
                .stop()
                .rest(300)
                .home()
                .add();
        tiny.ride("g", 5, trip.leg(0, 1));
        assertThat(tiny.broken()).containsExactly(Rule.H11);
    }

    @Test
    void h11EgressBeforeTheFeederIn() {
        for (int late : new int[] {0, -1}) {
            Tiny world = new Tiny().group("g", "S", "W", 3);
            Plan.Leg train = world.train("S", "T");
            Tiny.Trip in = world.new Trip("c", "L", 1, train.alightAt().plusSeconds(1200 - 1200 - 900 + late))
                    .drive("T")
                    .stop()
                    .drive("W")
                    .stop()
                    .home()
                    .add();
            world.ride("g", 3, train, in.leg(0, 1)).bookTrain(1);
            assertThat(world.broken()).isEqualTo(late == 0 ? List.of() : List.of(Rule.H11));
        }
    }

    @Test
    void h11TimesAreThoseOfTheVehicle() {
        tiny.group("g", "S", "W", 3);
        Plan.Leg train = tiny.train("S", "T");
        tiny.ride("g", 3, new Plan.Leg("train", "S", train.boardAt().plusSeconds(1), "T", train.alightAt()))
                .bookTrain(1);
        assertThat(tiny.broken()).containsExactly(Rule.H11);
    }

    @Test
    void h11TwoCoachesAreNoJourney() {
        tiny.group("g", "A", "W", 3).withoutDriverHours().count = 2;
        Tiny.Trip one = tiny.trip("c1", 1, EIGHT)
                .drive("A")
                .stop()
                .drive("S")
                .stop()
                .home()
                .add();
        tiny.road("S", "W", 300_000, 10_800);
        Tiny.Trip two = tiny.trip("c2", 1, EIGHT.plusSeconds(7200))
                .drive("S")
                .stop()
                .drive("W")
                .stop()
                .home()
                .add();
        tiny.ride("g", 3, one.leg(0, 1), two.leg(0, 1));
        assertThat(tiny.broken()).containsExactly(Rule.H11);
    }

    @Test
    void h03TheFeederIsNotTheMode() {
        tiny.group("g", "A", "W", 5, 0, 1, EnumSet.of(Mode.RAIL));
        byTrain(5, 0, 1);
        assertThat(tiny.broken()).isEmpty();
    }

    @Test
    void h03NoTrainForThoseWhoWantACoach() {
        tiny.group("g", "A", "W", 5, 0, 1, EnumSet.of(Mode.COACH, Mode.AIR));
        byTrain(5, 0, 1);
        assertThat(tiny.broken()).containsExactly(Rule.H03);
    }

    @Test
    void h16FeederMetres() {
        tiny.group("g", "A", "W", 5).road("A", "S", 150_000, 2400);
        byTrain(5, 0, 1);
        assertThat(tiny.broken()).isEmpty();
        tiny.trips.clear();
        tiny.journeys.clear();
        tiny.trainBookings.clear();
        tiny.road("A", "S", 150_001, 2400);
        byTrain(5, 0, 1);
        assertThat(tiny.broken()).containsExactly(Rule.H16);
    }

    @Test
    void h01SeatsOfATrainAreSoldOnceASegment() {
        tiny.road("P", "B", 1000, 100).group("g", "S", "B", 5).group("h", "B", "W", 5);
        tiny.ride("g", 5, tiny.train("S", "P"))
                .ride("h", 5, tiny.train("P", "T"))
                .bookTrain(1);
        assertThat(tiny.broken()).isEmpty();
    }

    @Test
    void h01OneTooManyOnASegment() {
        tiny.road("P", "B", 1000, 100).group("g", "S", "W", 1).group("h", "B", "W", 5);
        tiny.ride("g", 1, tiny.train("S", "T"))
                .ride("h", 5, tiny.train("P", "T"))
                .bookTrain(1);
        assertThat(tiny.broken()).containsExactly(Rule.H01);
    }

    @Test
    void h01WheelchairsOfATrain() {
        tiny.group("g", "S", "W", 4, 2, 1, ALL);
        tiny.ride("g", 4, 2, tiny.train("S", "T")).bookTrain(1);
        assertThat(tiny.broken()).containsExactly(Rule.H01);
        tiny.trainBookings.clear();
        tiny.bookTrain(2);
        assertThat(tiny.broken()).isEmpty();
    }

    private void byFlight(int persons, int wheelchairs) {
        tiny.road("A", "P", 1000, 100).road("Q", "W", 1000, 100);
        tiny.group("g", "A", "W", persons, wheelchairs, 1, ALL);
        tiny.ride("g", persons, wheelchairs, tiny.flight()).bookFlight();
    }

    @Test
    void h01SeatsOfAFlight() {
        byFlight(6, 2);
        assertThat(tiny.broken()).isEmpty();
    }

    @Test
    void h01OneTooManyOnAFlight() {
        byFlight(7, 0);
        assertThat(tiny.broken()).containsExactly(Rule.H01);
    }

    @Test
    void h01WheelchairsOfAFlight() {
        byFlight(6, 3);
        assertThat(tiny.broken()).containsExactly(Rule.H01);
    }

    @Test
    void h13PassengersOfAFlight() {
        byFlight(2, 0);
        assertThat(tiny.broken()).isEmpty();
        tiny.minPassengers = 3;
        assertThat(tiny.broken()).containsExactly(Rule.H13);
    }

    @Test
    void h13Carriages() {
        for (int carriages : new int[] {0, 1, 3, 4}) {
            Tiny world = new Tiny().road("T", "W", 1000, 100).group("g", "S", "W", 2);
            world.ride("g", 2, world.train("S", "T")).bookTrain(carriages);
            assertThat(world.broken().contains(Rule.H13)).isEqualTo(carriages == 0 || carriages == 4);
        }
    }

    @Test
    void h13RidingWithoutABooking() {
        byFlight(3, 0);
        tiny.flightBookings.clear();
        assertThat(tiny.broken()).containsExactly(Rule.H13);
    }

    @Test
    void h14TheLastMomentToBook() {
        byFlight(3, 0);
        tiny.asOf = EIGHT;
        assertThat(tiny.broken()).isEmpty();
        tiny.bookBy = EIGHT.minusSeconds(1);
        assertThat(tiny.broken()).containsExactly(Rule.H14);
        tiny.pinned = new PlanningProblem.Pinned(List.of(), List.of(), tiny.flightBookings, List.of());
        assertThat(tiny.broken()).as("booked by an earlier plan").isEmpty();
    }

    private List<Rule> parts(int headcount, int minPart, int served) {
        Tiny world = new Tiny().group("g", "A", "W", headcount, 0, minPart, ALL);
        Tiny.Trip trip = world.direct("c", EIGHT).add();
        world.ride("g", served, trip.leg(0, 1));
        if (served < headcount) {
            world.leave("g", headcount - served, 0);
        }
        return world.broken();
    }

    @Test
    void h15SmallestPart() {
        assertThat(parts(8, 5, 5)).as("the unserved rest may be smaller").isEmpty();
        assertThat(parts(8, 5, 4)).containsExactly(Rule.H15);
        assertThat(parts(4, 4, 4)).as("the whole group").isEmpty();
    }

    @Test
    void h17EverybodyOnce() {
        Tiny.Trip trip =
                tiny.group("g", "A", "W", 8, 2, 1, ALL).direct("c", EIGHT).add();
        tiny.ride("g", 5, 1, trip.leg(0, 1)).leave("g", 3, 1);
        assertThat(tiny.broken()).isEmpty();
        tiny.unserved.clear();
        tiny.leave("g", 2, 1);
        assertThat(tiny.broken()).containsExactly(Rule.H17);
        tiny.unserved.clear();
        tiny.leave("g", 4, 1);
        assertThat(tiny.broken()).containsExactly(Rule.H17);
        tiny.unserved.clear();
        tiny.leave("g", 3, 0);
        assertThat(tiny.broken()).containsExactly(Rule.H17);
        tiny.unserved.clear();
        tiny.leave("g", 3, Plan.Unserved.WHEELCHAIRS_UNKNOWN);
        assertThat(tiny.broken()).as("a plan that does not say").isEmpty();
    }

    @Test
    void h18PinnedTripsMayNotMoveButOthersMayJoin() {
        tiny.group("g", "A", "W", 5).group("h", "A", "W", 4);
        Tiny.Trip trip = tiny.direct("c", EIGHT).add();
        tiny.ride("g", 5, trip.leg(0, 1));
        tiny.pinned = new PlanningProblem.Pinned(tiny.trips, List.of(), List.of(), tiny.journeys);
        tiny.ride("h", 4, trip.leg(0, 1));
        assertThat(tiny.broken()).isEmpty();

        tiny.trips.clear();
        tiny.journeys.clear();
        Tiny.Trip moved = tiny.direct("c", EIGHT.plusSeconds(60)).add();
        tiny.ride("g", 5, moved.leg(0, 1)).ride("h", 4, moved.leg(0, 1));
        assertThat(tiny.broken()).containsExactly(Rule.H18);
    }

    @Test
    void h18APinnedTripRunsEvenEmpty() {
        tiny.group("g", "A", "W", 5).leave("g", 5, 0);
        tiny.direct("c", EIGHT).add();
        tiny.pinned = new PlanningProblem.Pinned(tiny.trips, List.of(), List.of(), List.of());
        assertThat(tiny.broken()).isEmpty();
    }

    @Test
    void h18PinnedBookings() {
        tiny.group("g", "S", "W", 5);
        tiny.ride("g", 5, tiny.train("S", "T")).bookTrain(1);
        tiny.pinned = new PlanningProblem.Pinned(
                List.of(),
                List.of(new Plan.TrainBooking("train", 2, 0)),
                List.of(new Plan.FlightBooking("flight", 0, 0)),
                List.of());
        assertThat(tiny.broken()).containsExactly(Rule.H18);
        assertThat(PlanChecker.check(tiny.problem(), tiny.plan())).hasSize(2);
    }

    @Test
    void figuresAreRecomputed() {
        Tiny.Trip trip = tiny.group("g", "A", "W", 5).direct("c", EIGHT).add();
        tiny.ride("g", 5, trip.leg(0, 1));
        Plan plan = tiny.plan();
        Plan.CoachTrip c = plan.coachTrips().get(0);
        tiny.trips.set(
                0, new Plan.CoachTrip("c", "K", 1, c.loadedMetres(), c.emptyMetres(), c.events(), c.costFen() + 1));
        assertThat(tiny.broken()).containsExactly(Rule.FIGURES);
        tiny.trips.set(
                0, new Plan.CoachTrip("c", "K", 1, c.loadedMetres() + 1, c.emptyMetres(), c.events(), c.costFen()));
        assertThat(tiny.broken()).containsExactly(Rule.FIGURES);
        tiny.trips.set(0, c);
        Plan.Score s = plan.score();
        assertThat(tiny.broken(withScore(plan, new Plan.Score(0, 0, s.costFen() + 1, s.parts()))))
                .containsExactly(Rule.FIGURES);
        assertThat(tiny.broken(withScore(plan, new Plan.Score(1, 0, s.costFen(), s.parts()))))
                .containsExactly(Rule.FIGURES);
        assertThat(tiny.broken(withScore(plan, new Plan.Score(0, 1, s.costFen(), s.parts()))))
                .containsExactly(Rule.FIGURES);
    }

    private static Plan withScore(Plan p, Plan.Score score) {
        return new Plan(
                p.problemId(),
                p.solverConfig(),
                p.seed(),
                p.mapSha256(),
                p.createdAt(),
                p.coachTrips(),
                p.trainBookings(),
                p.flightBookings(),
                p.journeys(),
                p.unserved(),
                score,
                p.kpis());
    }

    @Test
    void unknownIdsAndNothingAtAllAreViolations() {
        tiny.group("g", "A", "W", 5);
        assertThat(tiny.broken()).containsExactly(Rule.H17);
        tiny.ride("nobody", 5, new Plan.Leg("no", "no", EIGHT, "no", EIGHT))
                .ride("g", 5)
                .leave("nobody", 1, 0);
        tiny.trips.add(new Plan.CoachTrip("x", "no pool", 0, 0, 0, List.of(), 0));
        tiny.trips.add(new Plan.CoachTrip("x", "K", 0, 0, 0, List.of(), 0));
        tiny.trips.add(new Plan.CoachTrip("train", "K", -1, 0, 0, List.of(new Plan.Stop(EIGHT, EIGHT, "no")), 0));
        tiny.trainBookings.add(new Plan.TrainBooking("no", -1, 0));
        tiny.flightBookings.add(new Plan.FlightBooking("no", -1, 0));
        assertThat(tiny.broken()).contains(Rule.H04, Rule.H13, Rule.H16, Rule.H17, Rule.FIGURES);
    }

    @Test
    void missingValuesAreViolations() {
        tiny.group("g", "A", "W", 5);
        Plan plan = tiny.plan();
        Plan hollow = new Plan(
                null,
                null,
                0,
                null,
                null,
                List.of(new Plan.CoachTrip(
                        null, null, 0, 0, 0, List.of(new Plan.Drive(null, null, null, null, 0, true)), 0)),
                List.of(new Plan.TrainBooking(null, 0, 0)),
                List.of(new Plan.FlightBooking(null, 0, 0)),
                List.of(new Plan.Journey(null, 0, 0, List.of(new Plan.Leg(null, null, null, null, null)))),
                List.of(new Plan.Unserved(null, 0, 0, null, null)),
                null,
                null);
        assertThat(tiny.broken(hollow)).containsExactly(Rule.FIGURES);
        assertThat(plan.score()).isNotNull();
    }
}
