package io.chunfeng.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.dispatch.RanTrip.Boarding;
import io.chunfeng.dispatch.RanTrip.Ends;
import io.chunfeng.dispatch.RanTrip.Kind;
import io.chunfeng.place.Crs;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Rules;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RanTripsTest {
    private static final Instant MORNING = Instant.parse("2024-02-17T08:00:00+08:00");
    private static final Instant EVENING = Instant.parse("2024-02-17T18:00:00+08:00");

    private final PlanningProblem problem = problem();
    private final Plan plan = plan(
            journey("g1", 40, "coach-1"),
            journey("g2", 30, "coach-2", "carriages", "coach-3"),
            journey("g3", 20, "coach-2", "block"),
            journey("g3", 10, "train"),
            journey("g1", 5, "charter"));

    @Test
    void aCoachTripIsNamedAfterItsOperatorAndCarriesEverybodyPlannedOnIt() {
        assertThat(RanTrips.of(7, problem, plan, Map.of("coach-1", MORNING)))
                .containsExactly(new RanTrip(
                        "7/coach-1", 7, "coach-1", Kind.COACH, "吕梁汽运", 0, MORNING, List.of(main("g1", "141124", 40))));
    }

    @Test
    void aCoachToAStationOrAirportIsAFeederForItsRiders() {
        assertThat(only("coach-2").boardings()).containsExactly(feeder("g2", "141123", 30), feeder("g3", "141126", 20));
        assertThat(only("coach-3").boardings()).containsExactly(feeder("g2", "141123", 30));
    }

    @Test
    void bookedCarriagesAreKeptForTrainsAndTheKindsStayApart() {
        assertThat(only("carriages").kind()).isEqualTo(Kind.CHARTERED_CARRIAGES);
        assertThat(only("carriages").carriages()).isEqualTo(3);
        assertThat(only("carriages").boardings()).containsExactly(main("g2", "141123", 30));
        assertThat(only("train").kind()).isEqualTo(Kind.CHARTERED_TRAIN);
        assertThat(only("train").carriages()).isEqualTo(10);
        assertThat(only("block").kind()).isEqualTo(Kind.SEAT_BLOCK);
        assertThat(only("block").boardings()).containsExactly(main("g3", "141126", 20));
        assertThat(only("charter").kind()).isEqualTo(Kind.CHARTER_FLIGHT);
        assertThat(only("charter").name()).isEqualTo("包机 太原—深圳");
    }

    @Test
    void tripsComeInTheOrderTheyRan() {
        assertThat(RanTrips.of(7, problem, plan, Map.of("coach-1", EVENING, "train", MORNING, "block", MORNING)))
                .extracting(RanTrip::vehicleId)
                .containsExactly("block", "train", "coach-1");
    }

    @Test
    void aVehicleThatThePlanDoesNotRunIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> RanTrips.of(7, problem, plan, Map.of("coach-1", MORNING, "coach-9", MORNING)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7")
                .hasMessageContaining("coach-9");
    }

    @Test
    void aServiceOnOfferThatWasNotBookedIsUnknownToThePlan() {
        assertThatThrownBy(() -> RanTrips.of(7, problem, plan, Map.of("unbooked", MORNING)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unbooked");
    }

    @Test
    void personsCarriedAreThoseOnMainLegsOnly() {
        List<RanTrip> all = RanTrips.of(
                7,
                problem,
                plan,
                Map.of(
                        "coach-1",
                        MORNING,
                        "coach-2",
                        MORNING,
                        "carriages",
                        MORNING,
                        "block",
                        MORNING,
                        "train",
                        MORNING));
        assertThat(onMainLegs(all)).isEqualTo(Map.of("g1", 40, "g2", 30, "g3", 30));
    }

    @Test
    void ridersOfAFeederAloneAreNotYetCarried() {
        assertThat(onMainLegs(List.of(only("coach-2")))).isEmpty();
    }

    private static Map<String, Integer> onMainLegs(List<RanTrip> trips) {
        return trips.stream()
                .flatMap(trip -> trip.boardings().stream())
                .filter(RanTrip.Boarding::mainLeg)
                .collect(Collectors.toMap(RanTrip.Boarding::groupId, RanTrip.Boarding::persons, Integer::sum));
    }

    private RanTrip only(String vehicle) {
        return RanTrips.of(7, problem, plan, Map.of(vehicle, MORNING)).get(0);
    }

    private static Plan plan(Plan.Journey... journeys) {
        return new Plan(
                "p",
                "quick.xml",
                1,
                null,
                MORNING,
                List.of(coach("coach-1"), coach("coach-2"), coach("coach-3")),
                List.of(new Plan.TrainBooking("carriages", 3, 0), new Plan.TrainBooking("train", 10, 0)),
                List.of(new Plan.FlightBooking("block", 20, 0), new Plan.FlightBooking("charter", 5, 0)),
                Arrays.asList(journeys),
                List.of(),
                new Plan.Score(0, 0, 0, new Plan.CostParts(0, 0, 0, 0, 0, 0, 0)),
                new Plan.Kpis(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    private static Plan.CoachTrip coach(String id) {
        return new Plan.CoachTrip(id, "pool", 2, 0, 0, List.of(new Plan.Rest(MORNING, EVENING)), 0);
    }

    /** The feeders here take longer than the flight: the mode decides which leg is the main one, not the hours. */
    private static Plan.Journey journey(String group, int persons, String... vehicles) {
        return new Plan.Journey(
                group,
                persons,
                0,
                Arrays.stream(vehicles)
                        .map(id -> new Plan.Leg(
                                id, "a", MORNING, "b", MORNING.plusSeconds(id.startsWith("coach") ? 9000 : 7200)))
                        .toList());
    }

    private static PlanningProblem problem() {
        return new PlanningProblem(
                "p",
                "",
                MORNING,
                false,
                List.of(place("a", "141124"), place("b", Boardings.WORKPLACE)),
                null,
                List.of(group("g1", "141124"), group("g2", "141123"), group("g3", "141126")),
                List.of(new CoachPool("pool", "吕梁汽运", "a", "1411", 55, 0, 9, MORNING, EVENING, 0, 0, 0, 0)),
                List.of(
                        train("carriages", TrainService.Kind.CHARTERED_CARRIAGES),
                        train("train", TrainService.Kind.CHARTERED_TRAIN),
                        train("unbooked", TrainService.Kind.CHARTERED_TRAIN)),
                List.of(
                        flight("block", "切位 MU5201", Flight.Kind.SEAT_BLOCK),
                        flight("charter", "包机 太原—深圳", Flight.Kind.CHARTER)),
                Rules.DEFAULT,
                PlanningProblem.Pinned.NONE);
    }

    private static Place place(String id, String county) {
        return new Place(id, id, county, new Position(111, 38, Crs.WGS84));
    }

    /** Whoever registered them, they board in 临县. */
    private static Boarding main(String group, String county, int persons) {
        return boarding(group, county, persons, true);
    }

    private static Boarding feeder(String group, String county, int persons) {
        return boarding(group, county, persons, false);
    }

    private static Boarding boarding(String group, String county, int persons, boolean mainLeg) {
        Ends ends = new Ends(Direction.TO_WORK, "141124", Boardings.WORKPLACE);
        return new Boarding(group, county, persons, 0, 0, mainLeg, ends);
    }

    private static Group group(String id, String county) {
        return new Group(id, county, "a", "b", 60, 0, MORNING, EVENING, null, Set.of(Mode.values()), 1, 1, null);
    }

    private static TrainService train(String id, TrainService.Kind kind) {
        return new TrainService(id, "K1 次", kind, List.of(), 118, 0, 1, 12, 0, 0, 0, MORNING);
    }

    private static Flight flight(String id, String name, Flight.Kind kind) {
        return new Flight(id, name, kind, "a", "b", MORNING, EVENING, 150, 2, 1, 0, 0, MORNING);
    }
}
