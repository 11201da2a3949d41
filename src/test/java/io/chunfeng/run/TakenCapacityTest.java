package io.chunfeng.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.RuleSetting;
import io.chunfeng.plan.Rules;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What others were told is taken, and what a plan counts on beyond what is left is named. */
class TakenCapacityTest {
    private static final Instant EIGHT = Instant.parse("2024-02-17T00:00:00Z");
    private static final Instant NINE = EIGHT.plusSeconds(3600);
    private static final CoachPool POOL =
            new CoachPool("k", "车队", "d", "1401", 49, 0, 2, EIGHT, EIGHT.plusSeconds(864_000), 1, 1, 1, 1);
    private static final TrainService TRAIN = new TrainService(
            "t",
            "T1",
            TrainService.Kind.CHARTERED_CARRIAGES,
            List.of(new TrainService.Call("a", EIGHT, EIGHT), new TrainService.Call("b", NINE, NINE)),
            118,
            0,
            2,
            5,
            10_000,
            100,
            10,
            EIGHT);
    private static final Flight FLIGHT =
            new Flight("f", "F1", Flight.Kind.SEAT_BLOCK, "p", "q", EIGHT, NINE, 60, 2, 20, 5000, 10, EIGHT);

    private static PlanningProblem problem() {
        return new PlanningProblem(
                "p",
                "p",
                EIGHT,
                false,
                List.of(),
                null,
                List.of(),
                List.of(POOL),
                List.of(TRAIN),
                List.of(FLIGHT),
                Rules.DEFAULT,
                PlanningProblem.Pinned.NONE);
    }

    private static Plan.CoachTrip trip(String id, Instant from, Instant until) {
        return new Plan.CoachTrip(id, "k", 1, 0, 0, List.of(new Plan.Rest(from, until)), 0);
    }

    private static Plan.Journey journey(String group, int persons, String vehicle) {
        return new Plan.Journey(group, persons, 0, List.of(new Plan.Leg(vehicle, "a", EIGHT, "b", NINE)));
    }

    private static Plan plan(int carriages, Plan.CoachTrip[] trips, Plan.Journey... journeys) {
        int seats = List.of(journeys).stream()
                .filter(journey -> journey.legs().get(0).vehicle().equals("f"))
                .mapToInt(Plan.Journey::headcount)
                .sum();
        return new Plan(
                "p",
                "quick.xml",
                1,
                null,
                EIGHT,
                List.of(trips),
                carriages == 0 ? List.of() : List.of(new Plan.TrainBooking("t", carriages, 0)),
                seats == 0 ? List.of() : List.of(new Plan.FlightBooking("f", seats, 0)),
                List.of(journeys),
                List.of(),
                null,
                null);
    }

    private static final Plan OTHERS = plan(
            2,
            new Plan.CoachTrip[] {trip("1", EIGHT, NINE)},
            journey("one", 40, "1"),
            journey("two", 150, "t"),
            journey("three", 25, "f"));

    private static PlanningProblem left(Set<String> planned, String... told) {
        return TakenCapacity.without(problem(), planned, List.of(new TakenCapacity.Told(Set.of(told), OTHERS)));
    }

    @Test
    void whatOthersRideIsGone() {
        PlanningProblem left = left(Set.of(), "one", "two", "three");

        assertThat(left.coachPools().get(0).outages()).containsExactly(new CoachPool.Outage(EIGHT, NINE, 1));
        TrainService train = left.trainServices().get(0);
        assertThat(List.of(train.minCarriages(), train.maxCarriages())).containsExactly(0, 3);
        assertThat(train.serviceFen()).isZero();
        Flight flight = left.flights().get(0);
        assertThat(List.of(flight.minPassengers(), flight.seats())).containsExactly(0, 35);
    }

    /** Planned now, or told by a later publication of another plan: nothing of theirs is taken by this one. */
    @Test
    void whoIsPlannedGivesUpTheirOwn() {
        assertThat(left(Set.of("one", "two", "three"), "one", "two", "three")).isEqualTo(problem());
        assertThat(left(Set.of())).isEqualTo(problem());
        PlanningProblem left = left(Set.of("one"), "one", "two");
        assertThat(left.coachPools()).containsExactly(POOL);
        assertThat(left.flights()).containsExactly(FLIGHT);
        assertThat(left.trainServices().get(0).maxCarriages()).isEqualTo(3);
    }

    @Test
    void aFullTrainIsNotOffered() {
        Plan full = plan(5, new Plan.CoachTrip[0], journey("two", 500, "t"));
        assertThat(TakenCapacity.without(problem(), Set.of(), List.of(new TakenCapacity.Told(Set.of("two"), full)))
                        .trainServices())
                .isEmpty();
    }

    @Test
    void aPlanWithinWhatIsRegisteredHasNoGap() {
        Plan plan = plan(
                5,
                new Plan.CoachTrip[] {
                    trip("1", EIGHT, NINE), trip("2", EIGHT, NINE), trip("3", NINE, NINE.plusSeconds(1))
                },
                journey("two", 500, "t"),
                journey("three", 60, "f"));
        assertThat(CapacityGap.of(problem(), plan, problem())).isEmpty();
    }

    /** One coach, one carriage, one seat too many. */
    @Test
    void oneTooManyIsNamed() {
        Plan plan = plan(
                6,
                new Plan.CoachTrip[] {trip("1", EIGHT, NINE), trip("2", EIGHT, NINE), trip("3", EIGHT, NINE)},
                journey("two", 500, "t"),
                journey("three", 61, "f"));
        assertThat(CapacityGap.of(problem(), plan, problem()))
                .containsExactly(
                        new CapacityGap(CapacityGap.Kind.COACHES, "k", "车队", "3", "2"),
                        new CapacityGap(CapacityGap.Kind.CARRIAGES, "t", "T1", "6", "5"),
                        new CapacityGap(CapacityGap.Kind.SEATS, "f", "F1", "61", "60"));
    }

    /** Two coaches are enough, but not while others have one of them. */
    @Test
    void whatOthersWereToldCounts() {
        Plan plan = plan(0, new Plan.CoachTrip[] {trip("1", EIGHT, NINE), trip("2", EIGHT, NINE)});
        assertThat(CapacityGap.of(problem(), plan, left(Set.of(), "one")))
                .containsExactly(new CapacityGap(CapacityGap.Kind.COACHES, "k", "车队", "3", "2"));
        Plan later = plan(
                0, new Plan.CoachTrip[] {trip("1", NINE, NINE.plusSeconds(1)), trip("2", NINE, NINE.plusSeconds(1))});
        assertThat(CapacityGap.of(problem(), later, left(Set.of(), "one"))).isEmpty();
    }

    @Test
    void whatIsNotRegisteredAtAllIsNamedWithWhatIsNeeded() {
        PlanningProblem nothing = problem().withCoachPools(List.of()).withTrainServices(List.of());
        Plan plan = plan(1, new Plan.CoachTrip[] {trip("1", EIGHT, NINE)}, journey("two", 100, "t"));
        assertThat(CapacityGap.of(problem(), plan, nothing))
                .containsExactly(
                        new CapacityGap(CapacityGap.Kind.POOL, "k", "车队", "1", "0"),
                        new CapacityGap(CapacityGap.Kind.TRAIN, "t", "T1", "1", "0"));
    }

    /** Weights change nobody's right; hard rules and emergencies do. */
    @Test
    void otherRulesAreNamedAndOtherWeightsAreNot() {
        Plan plan = plan(0, new Plan.CoachTrip[0]);
        PlanningProblem weights =
                new ScenarioChange.RuleChanged(RuleSetting.YUAN_PER_HOUR, BigDecimal.ONE).applied(problem());
        assertThat(CapacityGap.of(weights, plan, problem())).isEmpty();
        PlanningProblem ruled = new ScenarioChange.Emergency(true)
                .applied(new ScenarioChange.RuleChanged(RuleSetting.MAX_DRIVERS, BigDecimal.valueOf(4))
                        .applied(problem()));
        assertThat(CapacityGap.of(ruled, plan, problem()))
                .containsExactly(
                        new CapacityGap(CapacityGap.Kind.RULE, "MAX_DRIVERS", "", "4", "3"),
                        new CapacityGap(CapacityGap.Kind.EMERGENCY, "", "", "", ""));
    }
}
