package io.chunfeng.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.plan.format.ProblemReader;
import io.chunfeng.run.SolverConfigs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmarks themselves: what they print is what was measured. */
class PlannerBenchmarkTest {

    @TempDir
    Path folder;

    @Test
    void everyProblemIsALineWithItsFigures() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<BenchmarkRow> rows = new PlannerBenchmark(
                        BenchmarkArguments.of("--seconds 1 --threads 1 hfvrp-20-FSMFD-seed1", "weekend-10-seed2"),
                        problem -> problem.id().startsWith("hfvrp")
                                ? Optional.of(new Bounds.Proven(100_000, Bounds.Method.ROUTES))
                                : Optional.empty())
                .run(new PrintStream(out, true, StandardCharsets.UTF_8));

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(rows).extracting(BenchmarkRow::violations).containsExactly(0, 0);
        assertThat(rows).allMatch(row -> row.moves() > 0 && !row.time().isZero());
        assertThat(rows.get(0).peer()).isPresent();
        assertThat(rows.get(1).peer()).isEmpty();
        List<String> routing = List.of(lines.get(2).trim().split("\\s+"));
        List<String> weekend = List.of(lines.get(3).trim().split("\\s+"));
        assertThat(routing).startsWith("hfvrp-20-FSMFD-seed1", "20").contains("1000.00", "routes");
        assertThat(Double.parseDouble(routing.get(4)))
                .isEqualTo(rows.get(0).plan().score().costFen() / 100.0);
        assertThat(weekend)
                .startsWith("weekend-10-seed2", "10")
                .endsWith(String.valueOf(
                        Math.round(rows.get(1).moves() / (rows.get(1).time().toMillis() / 1e3))));
    }

    @Test
    void argumentsAreReadInAnyOrder() {
        BenchmarkArguments arguments =
                BenchmarkArguments.of("large,hfvrp --seconds 5", "--no-peer", "--no-bound --seed 7");

        assertThat(arguments.sets()).containsExactly("large", "hfvrp");
        assertThat(arguments.limit()).isEqualTo(Duration.ofSeconds(5));
        assertThat(arguments.seed()).isEqualTo(7);
        assertThat(arguments.peer()).isFalse();
        assertThat(arguments.bound()).isFalse();
        assertThat(BenchmarkArguments.of("").sets()).containsExactly("hfvrp", "weekend");
        assertThatThrownBy(() -> BenchmarkArguments.of("--second 5")).hasMessageContaining("--second:");
        assertThatThrownBy(() -> BenchmarkArguments.of("--seed")).hasMessageContaining("--seed needs a value");
    }

    @Test
    void aProblemIsWrittenByItsName() throws IOException {
        Path file = folder.resolve("problem.json");

        PlannerBenchmark.main(new String[] {"write weekend-12-seed3 " + file});

        assertThat(ProblemReader.read(file).groups())
                .isEqualTo(WeekendProblems.weekend(12, 3).groups());
        assertThatThrownBy(() -> BenchmarkProblem.named("weekend-seed3"))
                .hasMessageContaining("no problem weekend-seed3");
    }

    /** By hand is the most, the relaxation the least. */
    @Test
    void knownValuesAreInOrder() {
        KnownValues known = KnownValues.read();
        for (String name : List.of("shanxi-40-seed1", "shanxi-40-seed2")) {
            assertThat(known.of(name, KnownValues.Kind.RELAXATION).orElseThrow().fen())
                    .isLessThan(known.reference(name).orElseThrow().fen());
            assertThat(known.reference(name).orElseThrow().fen())
                    .isLessThan(known.of(name, KnownValues.Kind.BY_HAND)
                            .orElseThrow()
                            .fen());
        }
        assertThat(known.reference("Taillard_03-FSMFD").orElseThrow().fen()).isEqualTo(114_422);
        assertThat(known.reference("nobody-knows")).isEmpty();
    }

    /** OptaPlanner's own benchmarker, with the project's file on one small problem and one configuration. */
    @Test
    void theBenchmarkerReportsWhatEachConfigurationReached() throws IOException {
        Path problem = folder.resolve("weekend-8-seed1.json");
        String all = Files.readString(Path.of("solver-configs/benchmark.xml"));
        Path file = Files.writeString(
                folder.resolve("benchmark.xml"),
                all.replaceAll(
                                "(?s)<inputSolutionFile>.*</inputSolutionFile>",
                                "<inputSolutionFile>" + problem + "</inputSolutionFile>")
                        .replace(
                                "target/planner-benchmark",
                                folder.resolve("report").toString())
                        .replaceAll("<warmUp.*>", ""));
        Path configs = Files.createDirectory(folder.resolve("configs"));
        Files.copy(Path.of("solver-configs/quick.xml"), configs.resolve("quick.xml"));

        Path report = new ConfigurationBenchmark(file, new SolverConfigs(configs), 1L).run();

        assertThat(problem).exists();
        Path results = report.resolve("plannerBenchmarkResult.xml");
        assertThat(report.resolve("index.html")).content().contains("weekend-8-seed1", "quick.xml");
        assertThat(results)
                .content()
                .contains("<succeeded>true</succeeded>")
                .containsPattern(">0hard/0medium/-\\d+soft<");
    }
}
