package io.chunfeng.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.format.PlanReader;
import io.chunfeng.plan.format.ProblemReader;
import io.chunfeng.road.MapFormatException;
import io.chunfeng.solver.SolverAlternatives;
import io.chunfeng.solver.SolverPlanner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code explain} as typed, on a plan of the real planner: one group travels, another cannot. */
class ExplainCommandTest {
    private static final String PROBLEM = """
            {"format":"chunfeng-problem/1","id":"p","name":"n","asOf":"2024-02-15T00:00:00+08:00",
             "matrix":{"placeIds":["a","b"],"metres":[[0,160000],[160000,0]],"seconds":[[0,7200],[7200,0]]},
             "places":[{"id":"a","name":"甲县","adminCode":"140222","lon":114,"lat":40},
                       {"id":"b","name":"乙厂","adminCode":"140222","lon":114,"lat":40}],
             "groups":[{"id":"g","county":"140222","from":"a","to":"b","headcount":30,"preferredDate":"2024-02-17",
               "earliestDeparture":"2024-02-17T05:00:00+08:00","latestArrival":"2024-02-17T15:00:00+08:00"},
              {"id":"late","county":"140222","from":"a","to":"b","headcount":3,
               "earliestDeparture":"2024-02-17T05:00:00+08:00","latestArrival":"2024-02-17T06:00:00+08:00"}],
             "coachPools":[{"id":"k","operator":"长途公司","depot":"a","homePrefecture":"1402","approvedSeats":49,"count":1,
               "availableFrom":"2024-02-16T00:00:00+08:00","availableUntil":"2024-02-19T00:00:00+08:00","dispatchYuan":600,
               "yuanPerLoadedKm":9,"yuanPerEmptyKm":5,"yuanPerDriverDay":300}]}
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String problem;
    private String plan;

    @BeforeEach
    void planned() throws IOException {
        problem = Files.writeString(folder.resolve("p.json"), PROBLEM).toString();
        plan = folder.resolve("plan.json").toString();
        assertThat(run("plan", problem, "--out", plan, "--seconds", "1", "--solver-configs", "solver-configs"))
                .as(err::toString)
                .isZero();
    }

    private int run(String... args) {
        out.reset();
        err.reset();
        return CommandLine.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new SolverPlanner(Clock.systemUTC()),
                new SolverAlternatives(),
                (mapsFolder, map) -> {
                    throw new MapFormatException("no map expected here");
                });
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aTripsCostsAddUpAndItsTimeIsExplained() {
        assertThat(run("explain", problem, plan, "--trip", "C1")).isZero();
        PlanningProblem read = ProblemReader.read(Path.of(problem));
        Plan made = PlanReader.read(Path.of(plan));
        assertThat(PlanChecker.check(read, made)).isEmpty();
        assertThat(out())
                .contains("调度", "载客里程  160.0 公里 × 9.00 元", "乘客时间  60.0 人时 × 10.00 元")
                .contains(String.format("%,.2f  合计", made.score().costFen() / 100.0))
                .contains("甲县 → 乙厂  30 人  空 18 座")
                .contains("为什么是这个时间");
    }

    @Test
    void aGroupThatStaysBehindHasItsRemedyAndPrice() {
        assertThat(run("explain", problem, plan, "--group", "late", "--language", "en"))
                .isZero();
        // 05:00 and two hours of driving
        assertThat(out())
                .contains("late Unserved 3 persons", "WINDOW_TOO_SHORT  Window too short")
                .contains("Arrive by 02-17 07:00 instead of 02-17 06:00  +¥");
    }

    @Test
    void aGroupThatTravelsHasAlternativesOrTheWordThatThereAreNone() {
        assertThat(run("explain", problem, plan, "--group", "g")).isZero();
        assertThat(out()).contains("g 30 人", "其他办法").doesNotContain("尚未");
    }

    @Test
    void everythingAtOnce() {
        assertThat(run("explain", problem, plan)).isZero();
        assertThat(out()).contains("C1", "late 未安排");
    }

    @Test
    void whatIsNotThereIsBadInput() {
        assertThat(run("explain", problem, plan, "--trip", "C9")).isEqualTo(2);
        assertThat(run("explain", problem, plan, "--group", "nobody")).isEqualTo(2);
        assertThat(run("explain", problem, plan, "--group", "g", "--trip", "C1"))
                .isEqualTo(2);
        assertThat(run("explain", problem, plan, "--language", "fr")).isEqualTo(2);
        assertThat(out()).isEmpty();
    }
}
