package io.chunfeng.plan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {
    @Test
    void aProblemWithEveryFieldComesBackEqual() throws IOException {
        PlanningProblem problem = FullFiles.problem(FullFiles.PROBLEM);
        PlanningProblem again = FullFiles.problem(written(problem));
        assertThat(again).usingRecursiveComparison().isEqualTo(problem);
        assertThat(problem.coachPools().get(0).dispatchFen()).isEqualTo(60050);
        assertThat(problem.matrix().reachable(1, 3)).isFalse();
        assertThat(written(again)).isEqualTo(written(problem));
    }

    @Test
    void aPlanWithEveryFieldComesBackEqual() throws IOException {
        Plan plan = FullFiles.plan(FullFiles.PLAN);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PlanWriter.write(plan, out);
        assertThat(FullFiles.plan(out.toString(StandardCharsets.UTF_8))).isEqualTo(plan);
        assertThat(plan.score().costFen()).isEqualTo(1_000_001);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"costYuan\" : 10000.01".replace(" ", ""))
                .contains("\"from\":\"2024-02-17T06:00:00+08:00\"");
    }

    @Test
    void everyDefaultIsThatOfTheFormat() {
        PlanningProblem least = FullFiles.problem("""
                {"format":"chunfeng-problem/1","id":"p","name":"n","asOf":"2024-02-15T00:00:00Z","rules":{},
                 "places":[{"id":"a","name":"a","adminCode":"140222","lon":114,"lat":40},
                           {"id":"b","name":"b","adminCode":"140222","lon":114,"lat":40}],
                 "groups":[{"id":"g","county":"140222","from":"a","to":"b","headcount":1,
                   "earliestDeparture":"2024-02-17T05:00:00+08:00","latestArrival":"2024-02-17T05:00:00+08:00"}]}
                """);
        assertThat(least.rules()).isEqualTo(io.chunfeng.plan.Rules.DEFAULT);
        assertThat(least.pinned()).isEqualTo(PlanningProblem.Pinned.NONE);
        assertThat(least.emergency()).isFalse();
        assertThat(least.matrix()).isNull();
        assertThat(least.groups().get(0).minPart()).isEqualTo(1);
        assertThat(least.groups().get(0).priority()).isEqualTo(1);
        assertThat(least.groups().get(0).modes()).hasSize(3);
        assertThat(least.asOf()).isEqualTo("2024-02-15T00:00:00Z");
    }

    @Test
    void aFileIsReplacedWholeAndNothingStaysBeside(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("plan.json"), "old");
        PlanWriter.write(FullFiles.plan(FullFiles.PLAN), file);
        assertThat(PlanReader.read(file)).isEqualTo(FullFiles.plan(FullFiles.PLAN));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList()).isEqualTo(List.of(file));
        }
    }

    @Test
    void whatCannotBeWrittenIsAnIoException(@TempDir Path folder) {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "no /dev/full on this system");
        assertThatThrownBy(() -> PlanWriter.write(FullFiles.plan(FullFiles.PLAN), full))
                .isInstanceOf(IOException.class);
        Path file = folder.resolve("none").resolve("plan.json");
        assertThatThrownBy(() -> PlanWriter.write(FullFiles.plan(FullFiles.PLAN), file))
                .isInstanceOf(IOException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theBenchmarkProblemsAreRead() throws IOException {
        Path folder = Path.of("../shared/data/benchmarks");
        assumeTrue(Files.isDirectory(folder), "no ../shared/data/benchmarks here");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> problems =
                    files.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(problems).isNotEmpty();
            for (Path file : problems) {
                PlanningProblem problem = ProblemReader.read(file);
                assertThat(FullFiles.problem(written(problem)))
                        .usingRecursiveComparison()
                        .isEqualTo(problem);
            }
        }
    }

    private static String written(PlanningProblem problem) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProblemWriter.write(problem, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
