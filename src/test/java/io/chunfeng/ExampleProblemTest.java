package io.chunfeng;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.demand.Group;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.format.ProblemReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The problem that the README's commands name is a correct one. */
class ExampleProblemTest {

    @Test
    void isReadWithoutAFault() {
        PlanningProblem problem = ProblemReader.read(Path.of("src/docs/example-problem.json"));
        assertThat(problem.matrix()).isNull();
        assertThat(problem.groups().stream().mapToInt(Group::headcount).sum()).isEqualTo(397);
        assertThat(problem.coachPools()).isNotEmpty();
        assertThat(problem.trainServices()).isNotEmpty();
        assertThat(problem.flights()).isNotEmpty();
    }
}
