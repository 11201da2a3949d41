package io.chunfeng.solver;

import io.chunfeng.plan.format.ProblemWriter;
import java.io.IOException;
import java.nio.file.Path;

/** Measures the planner: {@code mvn -q test-compile exec:exec@planner}; explained in src/docs/planner.md. */
final class PlannerBenchmark {
    private PlannerBenchmark() {}

    public static void main(String[] args) throws IOException {
        if (args.length == 3 && args[0].equals("write")) {
            ProblemWriter.write(BenchmarkProblem.named(args[1]), Path.of(args[2]));
        }
    }
}
