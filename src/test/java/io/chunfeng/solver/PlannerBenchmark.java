package io.chunfeng.solver;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.format.ProblemWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** How good plans are and how fast: {@code mvn -q test-compile exec:exec@planner}; explained in src/docs/planner.md. */
final class PlannerBenchmark {
    private final BenchmarkArguments arguments;
    private final Function<PlanningProblem, Optional<Bounds.Proven>> bound;
    private final KnownValues known = KnownValues.read();

    /** The just-in-time compiler has seen both kinds of problems before anything is measured. */
    private static final List<String> WARM_UP = List.of("hfvrp-20-FSMFD-seed1", "weekend-20-seed1");

    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(5);

    /** @param bound what no plan that serves everybody can cost less than, where that can be proven */
    PlannerBenchmark(BenchmarkArguments arguments, Function<PlanningProblem, Optional<Bounds.Proven>> bound) {
        this.arguments = arguments;
        this.bound = bound;
    }

    public static void main(String[] words) throws IOException {
        List<String> written = List.of(String.join(" ", words).trim().split("\\s+"));
        if (written.size() == 3 && written.get(0).equals("write")) {
            ProblemWriter.write(BenchmarkProblem.named(written.get(1)), Path.of(written.get(2)));
        } else {
            BenchmarkArguments arguments = BenchmarkArguments.of(words);
            new PlannerBenchmark(arguments, arguments.bound() ? Bounds::of : problem -> Optional.empty())
                    .run(System.out);
        }
    }

    List<BenchmarkRow> run(PrintStream out) {
        out.printf(
                "%s, %d s a problem, seed %d, %d threads, %d cores, heap %d MB%n",
                arguments.config().getFileName(),
                arguments.limit().toSeconds(),
                arguments.seed(),
                arguments.threads(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);
        PlannerBenchmark warmUp = new PlannerBenchmark(arguments, problem -> Optional.empty());
        WARM_UP.forEach(name -> warmUp.measure(
                name, arguments.limit().compareTo(LONGEST_WARM_UP) < 0 ? arguments.limit() : LONGEST_WARM_UP));
        out.print(BenchmarkRow.head());
        List<BenchmarkRow> rows = new ArrayList<>();
        for (String set : arguments.sets()) {
            for (String name : BenchmarkProblem.set(set, arguments.seed())) {
                BenchmarkRow row = measure(name, arguments.limit());
                out.print(row.line());
                out.flush();
                rows.add(row);
            }
        }
        out.print(BenchmarkRow.means(rows));
        return rows;
    }

    private BenchmarkRow measure(String name, Duration limit) {
        PlanningProblem problem = BenchmarkProblem.named(name);
        AtomicLong moves = new AtomicLong();
        long begin = System.nanoTime();
        Plan plan = new SolverPlanner(Clock.systemUTC())
                .plan(
                        problem,
                        new Planner.Options(
                                arguments.config(),
                                limit,
                                Planner.Options.UNLIMITED,
                                arguments.threads(),
                                arguments.seed(),
                                null,
                                null),
                        progress -> moves.set(progress.moves()),
                        () -> false);
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        Optional<JspritPeer.Result> peer = arguments.peer()
                ? JspritPeer.solve(problem, limit, arguments.seed(), arguments.threads())
                : Optional.empty();
        return new BenchmarkRow(
                problem,
                plan,
                PlanChecker.check(problem, plan).size(),
                time,
                moves.get(),
                known.reference(name),
                bound.apply(problem),
                peer);
    }
}
