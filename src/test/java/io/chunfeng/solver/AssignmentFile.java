package io.chunfeng.solver;

import io.chunfeng.plan.Planner;
import io.chunfeng.plan.format.PlanWriter;
import io.chunfeng.plan.format.ProblemReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.optaplanner.persistence.common.api.domain.solution.SolutionFileIO;

/** For OptaPlanner's benchmarker: reads a problem and makes the plan that a search begins with, writes a plan. */
public final class AssignmentFile implements SolutionFileIO<Assignment> {

    @Override
    public String getInputFileExtension() {
        return "json";
    }

    @Override
    public Assignment read(File problem) {
        Assignment start = Start.of(new Instance(ProblemReader.read(problem.toPath())), null);
        Construction.fill(start, () -> false);
        return start;
    }

    @Override
    public void write(Assignment assignment, File plan) {
        Planner.Options options =
                new Planner.Options(Path.of("solver-configs/benchmark.xml"), Duration.ZERO, 0, null, null);
        try {
            PlanWriter.write(
                    new PlanBuilder(assignment.instance(), options, Clock.systemUTC()).build(assignment),
                    plan.toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
