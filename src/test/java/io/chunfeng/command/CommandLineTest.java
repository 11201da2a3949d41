package io.chunfeng.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.format.PlanReader;
import io.chunfeng.road.MapFormatException;
import io.chunfeng.road.MapSource;
import io.chunfeng.road.RoadNetworks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands as typed, with exit codes, files and lines; the planner serves nobody, which is always a valid plan. */
class CommandLineTest {
    private static final String MATRIX =
            "\"matrix\":{\"placeIds\":[\"a\",\"b\"],\"metres\":[[0,1000],[1000,0]],\"seconds\":[[0,60],[60,0]]},";
    static final String PROBLEM = """
            {"format":"chunfeng-problem/1","id":"p","name":"n","asOf":"2024-02-15T00:00:00+08:00",MATRIX
             "places":[{"id":"a","name":"甲","adminCode":"140222","lon":114,"lat":40},
                       {"id":"b","name":"乙","adminCode":"140222","lon":114,"lat":40}],
             "groups":[{"id":"g","county":"140222","from":"a","to":"b","headcount":3,
               "earliestDeparture":"2024-02-17T05:00:00+08:00","latestArrival":"2024-02-17T15:00:00+08:00"}]}
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Planner planner = new ServesNobody();
    private MapOpener maps = (mapsFolder, map) -> {
        throw new MapFormatException("no map expected here");
    };
    private String problem;
    private String plan;

    @BeforeEach
    void files() throws IOException {
        problem = write("p.json", PROBLEM.replace("MATRIX", MATRIX));
        write("standard.xml", "<solver/>");
        plan = folder.resolve("plan.json").toString();
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private int run(String... args) {
        out.reset();
        err.reset();
        return CommandLine.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                planner,
                (asked, made, journey) -> List.of(),
                maps);
    }

    private int plan(String... more) {
        String[] args = Stream.concat(
                        Stream.of("plan", problem, "--out", plan, "--solver-configs", folder.toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        return run(args);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void planWritesAPlanThatChecks() {
        assertThat(plan("--seconds", "1", "--seed=-7")).as(this::err).isZero();
        assertThat(PlanReader.read(Path.of(plan)).seed()).isEqualTo(-7);
        assertThat(PlanReader.read(Path.of(plan)).mapSha256()).isNull();
        assertThat(out()).contains("unserved 3").contains("served 0 of 3");
        assertThat(run("check", problem, plan)).isZero();
        assertThat(out()).startsWith("valid: hard 0, unserved 3");
    }

    @Test
    void progressIsPrintedAtMostOnceASecond() {
        planner = (problem, options, progress, stop) -> {
            Plan nobody = new ServesNobody().plan(problem, options, p -> {}, stop);
            for (int millis : new int[] {100, 500, 1099, 1100, 2000, 2100}) {
                progress.accept(new Planner.Progress(Duration.ofMillis(millis), nobody, 0));
            }
            return nobody;
        };
        assertThat(plan()).isZero();
        assertThat(err().lines()).hasSize(3);
        assertThat(err())
                .contains("    0.1 s  hard 0, unserved 3")
                .contains("    1.1 s")
                .contains("    2.1 s");
    }

    @Test
    void checkPrintsALineForEachViolationWithItsCode() throws IOException {
        plan();
        String text = Files.readString(Path.of(plan));
        Files.writeString(Path.of(plan), text.replace("\"headcount\":3", "\"headcount\":2"));
        assertThat(run("check", problem, plan)).isEqualTo(1);
        assertThat(out().lines()).hasSize(2);
        assertThat(out())
                .startsWith("H17 group g: 2 persons")
                .contains("FIGURES score: unserved is stated as 3, but is 2");
    }

    @Test
    void badInputIsToldWithItsPathAndNothingIsWritten() throws IOException {
        problem = write(
                "bad.json", PROBLEM.replace("MATRIX", MATRIX).replace("\"from\":\"a\"", "\"from\":\"x\",\"y\":1"));
        assertThat(plan()).isEqualTo(2);
        assertThat(err().lines())
                .anyMatch(line -> line.startsWith("bad.json: $.groups[0].from: "))
                .anyMatch(line -> line.startsWith("bad.json: $.groups[0].y: "))
                .hasSize(2);
        assertThat(Path.of(plan)).doesNotExist();
        assertThat(run("check", problem, problem)).isEqualTo(2);
        assertThat(err()).contains("bad.json: $.groups[0].from: ").contains("bad.json: $.format: ");
        assertThat(run("check", problem, folder.resolve("none.json").toString()))
                .isEqualTo(2);
        assertThat(err()).contains("none.json: $: there is no such file");
    }

    @Test
    void anUnusableTargetIsToldBeforePlanning() {
        planner = (problem, options, progress, stop) -> {
            throw new AssertionError("planned although nothing could be written");
        };
        plan = folder.resolve("none").resolve("plan.json").toString();
        assertThat(plan()).isEqualTo(2);
        assertThat(err()).contains("there is no folder").contains("create it first");
        plan = folder.toString();
        assertThat(plan()).isEqualTo(2);
        plan = problem;
        assertThat(plan()).isEqualTo(2);
        assertThat(err()).contains("is the input itself");
    }

    @Test
    void wrongUsage() {
        for (String[] args : new String[][] {
            {},
            {"fly"},
            {"plan"},
            {"plan", problem},
            {"plan", problem, "--out"},
            {"plan", problem, problem, "--out", plan},
            {"plan", problem, "--out", plan, "--out", plan},
            {"plan", problem, "--out", plan, "--fast", "1"},
            {"plan", problem, "--out", plan, "--seconds", "0"},
            {"plan", problem, "--out", plan, "--seconds", "x"},
            {"plan", problem, "--out", plan, "--config", "none.xml"},
            {"plan", problem, "--out", plan, "--solver-configs", "none"},
            {"check", problem},
            {"check", problem, plan, "--out", plan},
            {"matrix", problem}
        }) {
            assertThat(run(args)).as("%s", List.of(args)).isEqualTo(2);
            assertThat(err()).contains("help");
            assertThat(out()).isEmpty();
        }
        assertThat(run("help")).isZero();
        assertThat(out()).contains("plan PROBLEM.json --out PLAN.json").contains("130");
        assertThat(run("plan", "--help")).isZero();
    }

    @Test
    void anInvalidPlanIsNeverWritten() {
        planner = (problem, options, progress, stop) -> {
            Plan p = new ServesNobody().plan(problem, options, progress, stop);
            return new Plan(
                    p.problemId(),
                    p.solverConfig(),
                    p.seed(),
                    null,
                    p.createdAt(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    p.score(),
                    p.kpis());
        };
        assertThat(plan()).isEqualTo(3);
        assertThat(err()).contains("H17 group g").contains("nothing has been written");
        assertThat(Path.of(plan)).doesNotExist();
    }

    @Test
    void theMapIsOpenedOnlyWithoutAMatrix() throws IOException {
        problem = write("p2.json", PROBLEM.replace("MATRIX", ""));
        assertThat(plan()).isEqualTo(2);
        assertThat(err()).contains("no map expected here");
        maps = (mapsFolder, map) -> RoadNetworks.open(MapSource.find(Path.of("maps"), null), folder.resolve("graphs"));
        assertThat(plan("--maps", folder.toString())).as(this::err).isZero();
        assertThat(PlanReader.read(Path.of(plan)).mapSha256())
                .isEqualTo(MapSource.find(Path.of("maps"), null).sha256());
        assertThat(run("check", problem, plan)).isZero();
    }

    @Test
    void matrixHasTheShapeOfTheProblemsMatrix() throws IOException {
        maps = (mapsFolder, map) -> {
            assertThat(map).isEqualTo(Path.of("x.osm.pbf"));
            return RoadNetworks.open(MapSource.find(Path.of("maps"), null), folder.resolve("graphs"));
        };
        String matrix = folder.resolve("m.json").toString();
        assertThat(run("matrix", problem, "--out", matrix, "--map", "x.osm.pbf"))
                .as(this::err)
                .isZero();
        assertThat(err()).contains("map: the default trunk network");
        problem = write("p3.json", PROBLEM.replace("MATRIX", "\"matrix\":" + Files.readString(Path.of(matrix)) + ","));
        assertThat(plan()).as(this::err).isZero();
    }

    @Test
    void aTerminationRequestStillWritesTheBestPlan() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlansUntilStopped.class.getName(),
                        problem,
                        plan,
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(process.inputReader().readLine()).isEqualTo("planning");
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
            assertThat(PlanReader.read(Path.of(plan)).unserved()).hasSize(1);
        } finally {
            process.destroyForcibly();
        }
    }
}
