package io.chunfeng.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small problems: several searches, of which only the best is told and kept. */
class RepeatedSearchTest {
    private static final PlanningProblem WEEKEND = WeekendProblems.weekend(20, 5);

    private final List<Planner.Progress> told = Collections.synchronizedList(new ArrayList<>());

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 2})
    void whatIsToldOnlyGetsBetterAndTheLastIsThePlan(int threads) {
        Plan plan = plan(60_000L * threads, Duration.ofMinutes(10), threads, () -> false);

        assertThat(told).isNotEmpty();
        for (int i = 1; i < told.size(); i++) {
            assertThat(told.get(i).moves())
                    .isGreaterThanOrEqualTo(told.get(i - 1).moves());
            assertThat(worse(told.get(i).plan(), told.get(i - 1).plan())).isFalse();
        }
        assertThat(told.get(told.size() - 1).plan()).isEqualTo(plan);
        assertThat(PlanChecker.check(WEEKEND, plan)).isEmpty();
    }

    @Test
    void stepsAreSharedOutAmongAllSearches() {
        plan(120_000, Duration.ofMinutes(10), 2, () -> false);

        assertThat(told.get(told.size() - 1).moves()).isBetween(120_000L, 120_100L);
    }

    /** Two rounds would have followed. */
    @Test
    void stoppedInTheFirstRoundItEndsWithWhatItHas() {
        Plan plan = plan(Planner.Options.UNLIMITED, Duration.ofMinutes(10), 2, () -> !told.isEmpty());

        assertThat(PlanChecker.check(WEEKEND, plan)).isEmpty();
        assertThat(told.get(told.size() - 1).elapsed()).isLessThan(Duration.ofMinutes(1));
    }

    private Plan plan(long steps, Duration limit, int threads, BooleanSupplier stop) {
        return new SolverPlanner(Clock.systemUTC())
                .plan(
                        WEEKEND,
                        new Planner.Options(
                                Path.of("solver-configs/standard.xml"), limit, steps, threads, 1, null, null),
                        told::add,
                        stop);
    }

    private static boolean worse(Plan plan, Plan before) {
        return plan.score().unserved() > before.score().unserved()
                || plan.score().unserved() == before.score().unserved()
                        && plan.score().costFen() > before.score().costFen();
    }
}
