package io.chunfeng.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.demand.Mode;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.UnservedReason;
import io.chunfeng.run.SolverConfigs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SolverPlannerTest {
    private static final Instant NOW = Instant.parse("2024-02-15T00:00:00Z");
    private final Planner planner = new SolverPlanner(Clock.fixed(NOW, ZoneOffset.UTC));

    private Plan plan(PlanningProblem problem) {
        Plan plan = planner.plan(
                problem,
                new Planner.Options(Path.of("solver-configs/standard.xml"), Duration.ofMillis(600), 1, null, null),
                progress -> {},
                () -> false);
        assertThat(PlanChecker.check(problem, plan)).isEmpty();
        return plan;
    }

    private static Problems line() {
        return new Problems()
                .place("depot", 0, "1401")
                .place("a", 10, "1401")
                .place("b", 40, "1401")
                .place("w", 300, "4401");
    }

    @Test
    void twoSmallGroupsShareACoachWithTwoBoardingPlaces() {
        Plan plan = plan(line().pool("p", "depot", "1401", 49, 5)
                .group("g1", "a", "w", 20)
                .group("g2", "b", "w", 20)
                .build());

        assertThat(plan.coachTrips()).hasSize(1);
        assertThat(plan.coachTrips().get(0).events().stream().filter(Plan.Stop.class::isInstance))
                .hasSize(3);
        assertThat(plan.unserved()).isEmpty();
    }

    @Test
    void aGroupLargerThanACoachIsSplit() {
        Plan plan = plan(line().pool("p", "depot", "1401", 49, 5)
                .group("g1", "a", "w", 90)
                .build());

        assertThat(plan.journeys()).hasSize(2);
        assertThat(plan.journeys().stream().mapToInt(Plan.Journey::headcount).sum())
                .isEqualTo(90);
    }

    @Test
    void theDriversSeatIsNotSold() {
        // 49 approved seats and one driver: 48 passengers
        Plan fits = plan(line().pool("p", "depot", "1401", 49, 1)
                .group("g", "a", "w", 48, 0, 48, EnumSet.of(Mode.COACH), "2024-02-17T06:00", "2024-02-17T22:00")
                .build());
        Plan tooMany = plan(line().pool("p", "depot", "1401", 49, 1)
                .group("g", "a", "w", 49, 0, 49, EnumSet.of(Mode.COACH), "2024-02-17T06:00", "2024-02-17T22:00")
                .build());

        assertThat(fits.unserved()).isEmpty();
        assertThat(tooMany.unserved()).hasSize(1);
    }

    @Test
    void trainRidersAreFedAndFetched() {
        Plan plan = plan(new Problems()
                .place("a", 10, "1401")
                .place("station", 60, "1401")
                .place("far-station", 1500, "4401")
                .place("w", 1540, "4401")
                .pool("here", "a", "1401", 49, 5)
                .pool("there", "w", "4401", 49, 5)
                .train("t", "station", "2024-02-17T12:00", "far-station", "2024-02-17T22:00", 118, 2)
                .group("g", "a", "w", 40)
                .build());

        assertThat(plan.journeys()).hasSize(1);
        assertThat(plan.journeys().get(0).legs()).hasSize(3);
        assertThat(plan.trainBookings())
                .extracting(Plan.TrainBooking::carriages)
                .containsExactly(1);
        assertThat(plan.coachTrips()).hasSize(2);
    }

    @Test
    void aFlightBelowItsMinimumIsNotBooked() {
        Problems problem = new Problems()
                .place("a", 0, "1401")
                .place("airport", 1, "1401")
                .place("far-airport", 1500, "4401")
                .place("w", 1501, "4401")
                .pool("p", "a", "1401", 49, 5)
                .flight("f", "airport", "2024-02-17T12:00", "far-airport", "2024-02-17T14:00", 150, 41);
        EnumSet<Mode> byAir = EnumSet.of(Mode.AIR);

        Plan oneShort = plan(problem.group("g", "a", "w", 40, 0, 1, byAir, "2024-02-17T06:00", "2024-02-18T22:00")
                .build());
        Plan enough = plan(problem.group("h", "a", "w", 1, 0, 1, byAir, "2024-02-17T06:00", "2024-02-18T22:00")
                .build());

        assertThat(oneShort.flightBookings()).isEmpty();
        assertThat(oneShort.unserved()).extracting(Plan.Unserved::reason).containsExactly(UnservedReason.BELOW_MINIMUM);
        assertThat(oneShort.unserved().get(0).remedy().details()).containsEntry("missing", "1");
        assertThat(enough.flightBookings())
                .extracting(Plan.FlightBooking::passengers)
                .containsExactly(41);
    }

    @Test
    void whenThePoolIsEmptyTheReasonAndTheRemedySaySo() {
        Plan plan = plan(line().pool("p", "depot", "1401", 49, 1)
                .group("g1", "a", "w", 90, 0, 1, EnumSet.of(Mode.COACH), "2024-02-17T06:00", "2024-02-17T13:00")
                .build());

        assertThat(plan.unserved()).extracting(Plan.Unserved::reason).containsExactly(UnservedReason.CAPACITY_TAKEN);
        assertThat(plan.unserved().get(0).remedy().details()).containsEntry("poolId", "p");
    }

    @Test
    void aShortWindowIsNamedWithAnArrivalThatWorks() {
        Plan plan = plan(line().pool("p", "depot", "1401", 49, 1)
                .group("g", "a", "w", 20, 0, 1, EnumSet.of(Mode.COACH), "2024-02-17T06:00", "2024-02-17T09:00")
                .build());

        assertThat(plan.unserved()).extracting(Plan.Unserved::reason).containsExactly(UnservedReason.WINDOW_TOO_SHORT);
        assertThat(plan.unserved().get(0).remedy().details())
                .containsEntry("latestArrival", "2024-02-17T10:00:00+08:00");
    }

    @Test
    void noCoachAtHomeIsNamed() {
        Plan plan = plan(line().pool("p", "depot", "1402", 49, 1)
                .group("g", "a", "w", 20)
                .build());

        assertThat(plan.unserved()).extracting(Plan.Unserved::reason).containsExactly(UnservedReason.NO_HOME_COACH);
    }

    @Test
    void aPlaceWithoutRoadIsNamed() {
        Plan plan = plan(line().pool("p", "depot", "1401", 49, 1)
                .group("g", "a", "w", 20)
                .cut("a", "w")
                .build());

        assertThat(plan.unserved()).extracting(Plan.Unserved::reason).containsExactly(UnservedReason.UNREACHABLE);
    }

    @Test
    void wheelchairsWithoutSpaceAreNamed() {
        Plan plan = plan(line().pool("p", "depot", "1401", 49, 1)
                .group("g", "a", "w", 20, 1, 20, EnumSet.of(Mode.COACH), "2024-02-17T06:00", "2024-02-18T22:00")
                .build());

        assertThat(plan.unserved())
                .extracting(Plan.Unserved::reason)
                .containsExactly(UnservedReason.NO_WHEELCHAIR_SPACE);
    }

    @Test
    void aPartThatNoCoachHoldsIsNamed() {
        Plan plan = plan(line().pool("p", "depot", "1401", 22, 9)
                .group("g", "a", "w", 40, 0, 40, EnumSet.of(Mode.COACH), "2024-02-17T06:00", "2024-02-18T22:00")
                .build());

        assertThat(plan.unserved()).extracting(Plan.Unserved::reason).containsExactly(UnservedReason.PART_TOO_LARGE);
    }

    @Test
    void nobodyToPlanForGivesAnEmptyPlan() {
        Plan plan = plan(line().pool("p", "depot", "1401", 49, 1).build());

        assertThat(plan.coachTrips()).isEmpty();
        assertThat(plan.score().costFen()).isZero();
        assertThat(plan.createdAt()).isEqualTo(NOW);
    }

    @Test
    void stoppingEarlyReturnsTheBestPlanSoFar() {
        PlanningProblem problem = line().pool("p", "depot", "1401", 49, 5)
                .group("g1", "a", "w", 20)
                .build();
        AtomicInteger reports = new AtomicInteger();

        Plan plan = planner.plan(
                problem,
                new Planner.Options(Path.of("solver-configs/standard.xml"), Duration.ofHours(1), 1, null, null),
                progress -> reports.incrementAndGet(),
                () -> reports.get() > 0);

        assertThat(PlanChecker.check(problem, plan)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void everyConfigurationPlans(Path config) {
        PlanningProblem problem = line().pool("p", "depot", "1401", 49, 5)
                .group("g1", "a", "w", 20)
                .build();

        Plan plan = planner.plan(
                problem,
                new Planner.Options(config, Duration.ofMillis(300), 1, null, null),
                progress -> {},
                () -> false);

        assertThat(plan.unserved()).isEmpty();
        assertThat(plan.solverConfig()).isEqualTo(config.getFileName().toString());
    }

    static List<Path> configurations() {
        SolverConfigs configs = new SolverConfigs(Path.of("solver-configs"));
        return configs.names().stream().map(configs::file).toList();
    }

    @Test
    void aConfigurationThatIsMissingOrBrokenIsNamed(@TempDir Path folder) throws IOException {
        PlanningProblem problem = line().pool("p", "depot", "1401", 49, 5)
                .group("g1", "a", "w", 20)
                .build();
        Path broken = Files.writeString(folder.resolve("broken.xml"), "<solver><noSuchThing/></solver>");

        assertThatThrownBy(() -> planner.plan(
                        problem,
                        new Planner.Options(folder.resolve("none.xml"), Duration.ofSeconds(1), 1, null, null),
                        progress -> {},
                        () -> false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none.xml");
        assertThatThrownBy(() -> planner.plan(
                        problem,
                        new Planner.Options(broken, Duration.ofSeconds(1), 1, null, null),
                        progress -> {},
                        () -> false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("broken.xml");
    }
}
