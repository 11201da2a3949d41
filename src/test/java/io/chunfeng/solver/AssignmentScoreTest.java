package io.chunfeng.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;

class AssignmentScoreTest {

    /** OptaPlanner recalculates every score from scratch and compares; and the plan's own objective agrees. */
    @ParameterizedTest
    @ValueSource(longs = {3, 21, 34, 55})
    void incrementalScoreIsTheScore(long seed) {
        PlanningProblem problem = ProblemGenerator.problem(seed);
        Instance instance = new Instance(problem);
        SolverConfig config = SolverConfig.createFromXmlFile(new File("solver-configs/standard.xml"))
                .withEnvironmentMode(EnvironmentMode.FULL_ASSERT)
                .withTerminationConfig(new TerminationConfig().withMillisecondsSpentLimit(1500L));

        Assignment best = SolverFactory.<Assignment>create(config).buildSolver().solve(Start.of(instance, null));

        Plan plan = new PlanBuilder(
                        instance,
                        new Planner.Options(Path.of("standard.xml"), null, seed, null, null),
                        Clock.systemUTC())
                .build(best);
        assertThat(best.getScore().hardScore()).isZero();
        assertThat(-best.getScore().mediumScore()).isEqualTo(plan.score().unserved());
        // each trip's time is rounded to a fen by itself in the solver, all together in the plan
        assertThat((double) -best.getScore().softScore())
                .isCloseTo(
                        plan.score().costFen(),
                        org.assertj.core.data.Offset.offset(plan.journeys().size() + 2.0));
    }
}
