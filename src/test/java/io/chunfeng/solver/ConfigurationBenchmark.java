package io.chunfeng.solver;

import io.chunfeng.plan.format.ProblemWriter;
import io.chunfeng.run.SolverConfigs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.optaplanner.benchmark.api.PlannerBenchmarkFactory;
import org.optaplanner.benchmark.config.PlannerBenchmarkConfig;
import org.optaplanner.benchmark.config.SolverBenchmarkConfig;
import org.optaplanner.core.config.solver.SolverConfig;

/**
 * Compares the configurations of solver-configs with OptaPlanner's own benchmarker, as solver-configs/benchmark.xml says:
 * {@code mvn -q test-compile exec:exec@benchmarker}; explained in src/docs/planner.md.
 */
final class ConfigurationBenchmark {
    private final SolverConfigs configurations;
    private final PlannerBenchmarkConfig benchmark;

    /** @param seconds for each configuration on each problem, or null for what the file says */
    ConfigurationBenchmark(Path file, SolverConfigs configurations, Long seconds) {
        this.configurations = configurations;
        benchmark = PlannerBenchmarkConfig.createFromXmlFile(file.toFile());
        if (seconds != null) {
            inherited().getSolverConfig().getTerminationConfig().setSecondsSpentLimit(seconds);
        }
    }

    public static void main(String[] words) throws IOException {
        String seconds = String.join("", words).trim();
        Path report = new ConfigurationBenchmark(
                        Path.of("solver-configs/benchmark.xml"),
                        new SolverConfigs(Path.of("solver-configs")),
                        seconds.isEmpty() ? null : Long.valueOf(seconds))
                .run();
        System.out.println(report);
    }

    /** @return the folder with the report */
    Path run() throws IOException {
        for (File problem : inherited().getProblemBenchmarksConfig().getInputSolutionFileList()) {
            makeUp(problem.toPath());
        }
        List<SolverBenchmarkConfig> compared = new ArrayList<>();
        for (String name : configurations.names()) {
            SolverBenchmarkConfig one = new SolverBenchmarkConfig();
            one.setName(name);
            one.setSolverConfig(
                    SolverConfig.createFromXmlFile(configurations.file(name).toFile()));
            compared.add(one);
        }
        benchmark.setSolverBenchmarkConfigList(compared);
        PlannerBenchmarkFactory.create(benchmark).buildPlannerBenchmark().benchmark();
        return newest(benchmark.getBenchmarkDirectory().toPath());
    }

    /** Folders of reports are named by the time they were begun. */
    private static Path newest(Path reports) throws IOException {
        try (Stream<Path> folders = Files.list(reports)) {
            return folders.filter(folder -> Files.exists(folder.resolve("index.html")))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private SolverBenchmarkConfig inherited() {
        return benchmark.getInheritedSolverBenchmarkConfig();
    }

    private static void makeUp(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            String name = file.getFileName().toString();
            ProblemWriter.write(BenchmarkProblem.named(name.substring(0, name.lastIndexOf('.'))), file);
        }
    }
}
