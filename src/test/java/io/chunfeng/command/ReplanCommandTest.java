package io.chunfeng.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.format.PlanReader;
import io.chunfeng.plan.format.ProblemReader;
import io.chunfeng.road.MapFormatException;
import io.chunfeng.solver.SolverPlanner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code replan} as typed, with the real solver: a plan, a change, a plan that checks against the changed problem. */
class ReplanCommandTest {
    private static final String PROBLEM = """
            {"format":"chunfeng-problem/1","id":"p","name":"n","asOf":"2024-02-15T00:00:00+08:00",
             "matrix":{"placeIds":["a","b"],"metres":[[0,100000],[100000,0]],"seconds":[[0,4500],[4500,0]]},
             "places":[{"id":"a","name":"甲","adminCode":"140222","lon":114,"lat":40},
                       {"id":"b","name":"乙","adminCode":"140222","lon":115,"lat":40}],
             "groups":[{"id":"g","county":"140222","from":"a","to":"b","headcount":10,
                 "earliestDeparture":"2024-02-17T05:00:00+08:00","latestArrival":"2024-02-17T15:00:00+08:00"},
               {"id":"h","county":"140221","from":"a","to":"b","headcount":15,
                 "earliestDeparture":"2024-02-17T05:00:00+08:00","latestArrival":"2024-02-17T15:00:00+08:00"}],
             "coachPools":[{"id":"k","operator":"大同客运","depot":"a","homePrefecture":"1402","approvedSeats":30,"count":2,
               "availableFrom":"2024-02-16T00:00:00+08:00","availableUntil":"2024-02-25T00:00:00+08:00","dispatchYuan":600,
               "yuanPerLoadedKm":9,"yuanPerEmptyKm":5,"yuanPerDriverDay":300}]}
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    /** By steps, so that a slow machine finds the same. */
    private final Planner planner = (problem, options, progress, stop) -> new SolverPlanner(Clock.systemUTC())
            .plan(
                    problem,
                    new Planner.Options(
                            options.config(), Duration.ofMinutes(2), 200, 1, options.seed(), options.mapSha256(), null),
                    progress,
                    stop);

    private String problem;
    private String plan;
    private String changed;
    private String replanned;

    @BeforeEach
    void publish() throws IOException {
        problem = Files.writeString(folder.resolve("p.json"), PROBLEM).toString();
        plan = folder.resolve("plan.json").toString();
        changed = folder.resolve("changed.json").toString();
        replanned = folder.resolve("replanned.json").toString();
        assertThat(run("plan", problem, "--out", plan)).as(this::err).isZero();
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
                (mapsFolder, map) -> {
                    throw new MapFormatException("no map expected here");
                });
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String changes(String list) throws IOException {
        return Files.writeString(
                        folder.resolve("changes.json"),
                        "{\"format\":\"chunfeng-changes/1\",\"asOf\":\"2024-02-16T00:00:00+08:00\",\"changes\":[" + list
                                + "]}")
                .toString();
    }

    @Test
    void writesAPlanThatChecksAgainstTheChangedProblem() throws IOException {
        String changes = changes("{\"kind\":\"GROUP_CANCELLED\",\"groupId\":\"g\"}");

        assertThat(run(
                        "replan",
                        problem,
                        plan,
                        changes,
                        "--out",
                        replanned,
                        "--problem-out",
                        changed,
                        "--language",
                        "en"))
                .as(this::err)
                .isZero();

        assertThat(out())
                .contains("140222: 0 persons moved, 0 left behind, 10 withdrawn, 0 newly served")
                .contains("g: 10 persons withdrawn: C1 甲 02-17")
                .contains("all counties: 0 persons moved, 0 left behind, 10 withdrawn, 0 newly served")
                .doesNotContain("140221:");
        assertThat(PlanReader.read(Path.of(replanned)).codeVersion()).startsWith("0.1.0 (");
        assertThat(ProblemReader.read(Path.of(changed)).published().journeys()).hasSize(2);
        assertThat(run("check", changed, replanned)).as(this::out).isZero();
    }

    @Test
    void speaksChinese() throws IOException {
        String changes = changes("{\"kind\":\"GROUP_RESIZED\",\"groupId\":\"h\",\"headcount\":17}");

        assertThat(run("replan", problem, plan, changes, "--out", replanned))
                .as(this::err)
                .isZero();

        assertThat(out()).contains("140221：0 人变更行程，0 人无法成行，0 人退出，2 人新增").contains("车次：无变化");
    }

    @Test
    void refusesWhatDoesNotFitAndWritesNothing() throws IOException {
        String unknown = changes("{\"kind\":\"GROUP_CANCELLED\",\"groupId\":\"nobody\"}");
        assertThat(run("replan", problem, plan, unknown, "--out", replanned)).isEqualTo(2);
        assertThat(err()).contains("$.changes[0].groupId");

        String fine = changes("");
        Files.writeString(
                Path.of(plan), Files.readString(Path.of(plan)).replace("\"headcount\":15", "\"headcount\":14"));
        assertThat(run("replan", problem, plan, fine, "--out", replanned)).isEqualTo(2);
        assertThat(err()).contains("H17 group h");

        assertThat(run("replan", problem, plan, fine, "--out", plan)).isEqualTo(2);
        assertThat(run("replan", problem, plan, fine, "--out", replanned, "--language", "fr"))
                .isEqualTo(2);
        assertThat(Path.of(replanned)).doesNotExist();
    }

    @Test
    void theSameSeedThreadsAndStepsGiveTheSamePlan() throws IOException {
        String[] words = {"plan", problem, "--out", plan, "--steps", "300", "--threads", "2", "--seed", "7"};
        assertThat(run(words)).as(this::err).isZero();
        Plan first = PlanReader.read(Path.of(plan));

        assertThat(run(words)).as(this::err).isZero();

        Plan second = PlanReader.read(Path.of(plan));
        assertThat(second.coachTrips()).isEqualTo(first.coachTrips());
        assertThat(second.journeys()).isEqualTo(first.journeys());
        assertThat(run("plan", problem, "--out", plan, "--threads", "0")).isEqualTo(2);
        assertThat(run("plan", problem, "--out", plan, "--steps", "many")).isEqualTo(2);
    }
}
