package io.chunfeng.solver;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.optaplanner.core.api.solver.Solver;
import org.optaplanner.core.config.solver.termination.TerminationConfig;
import org.optaplanner.core.impl.solver.DefaultSolver;

/** Plans with OptaPlanner and a configuration file of solver-configs: as a whole, or by corridors where there are many groups. */
public final class SolverPlanner implements Planner {
    /** Problems of more groups are searched by corridors. */
    private static final int MANY_GROUPS = 3_000;

    /** Problems of no more groups are searched several times, each time by one thread. */
    private static final int FEW_GROUPS = 100;

    private static final int BLOCK_WEIGHT = 500;

    private final Clock clock;
    private final Runnable giveWay;
    private final int manyGroups;
    private final int blockWeight;

    public SolverPlanner(Clock clock) {
        this(clock, () -> {});
    }

    /** @param giveWay called between two moves, for others on the machine; what it waits is lost, and nothing else */
    public SolverPlanner(Clock clock, Runnable giveWay) {
        this(clock, giveWay, MANY_GROUPS, BLOCK_WEIGHT);
    }

    /**
     * @param manyGroups problems of more are searched by corridors
     * @param blockWeight parts of groups that are then searched together
     */
    SolverPlanner(Clock clock, Runnable giveWay, int manyGroups, int blockWeight) {
        this.clock = clock;
        this.giveWay = giveWay;
        this.manyGroups = manyGroups;
        this.blockWeight = blockWeight;
    }

    @Override
    public Plan plan(PlanningProblem problem, Options options, Consumer<Progress> progress, BooleanSupplier stop) {
        long begin = System.nanoTime();
        SolverFile file = SolverFile.read(options);
        Instance instance = new Instance(problem);
        PlanBuilder builder = new PlanBuilder(instance, options, clock);
        Assignment start = Start.of(instance, options.start());
        if (instance.groups.stream().noneMatch(group -> group.headcount > 0)) {
            return Prescription.written(problem, builder.build(start));
        }
        Construction.fill(start, stop);
        Reporter reporter = new Reporter(builder, progress, begin);
        reporter.improved(start, 0);
        try (Threads threads = new Threads(options.threads(), giveWay);
                Watch watch = new Watch(stop, begin + options.limit().toNanos())) {
            SolverFile scaled = file.scaledFor(instance);
            // what people were told ties blocks together, and there is little to search
            boolean byCorridors = instance.groups.size() > manyGroups && !problem.replans();
            Assignment best;
            if (byCorridors) {
                best = byCorridors(start, scaled, options, threads, watch, reporter);
            } else if (instance.groups.size() <= FEW_GROUPS) {
                best = repeatedly(start, scaled, options, threads, watch, reporter);
            } else {
                best = asAWhole(start, scaled, options, threads, watch, reporter);
            }
            Departures.improve(best);
            Plan plan = Prescription.written(problem, builder.build(best));
            progress.accept(new Progress(reporter.elapsed(), plan, reporter.moves));
            return plan;
        }
    }

    private Assignment byCorridors(
            Assignment start, SolverFile file, Options options, Threads threads, Watch watch, Reporter reporter) {
        new CorridorSearch(start, file, options, threads, watch, blockWeight)
                .run(moves -> reporter.improved(start, moves));
        return start;
    }

    private static Assignment repeatedly(
            Assignment start, SolverFile file, Options options, Threads threads, Watch watch, Reporter reporter) {
        RepeatedSearch.Found found =
                new RepeatedSearch(start, file, options, threads, watch).run(reporter::improvedIfValid);
        reporter.moves = found.moves();
        return found.solution();
    }

    private static Assignment asAWhole(
            Assignment start, SolverFile file, Options options, Threads threads, Watch watch, Reporter reporter) {
        start.use(threads, options.threads());
        Solver<Assignment> solver = file.solver(options.seed(), end(options, watch));
        solver.addEventListener(event -> reporter.improvedIfValid(event.getNewBestSolution(), moves(solver)));
        Assignment best = watch.solve(solver, start);
        reporter.moves = moves(solver);
        return best;
    }

    /** Every change that was tried has been scored once. */
    static long moves(Solver<Assignment> solver) {
        return ((DefaultSolver<Assignment>) solver).getSolverScope().getScoreCalculationCount();
    }

    /** With a number of steps the clock has no part in the search: it only ends it. */
    private static TerminationConfig end(Options options, Watch watch) {
        return options.steps() != Options.UNLIMITED
                ? new TerminationConfig().withScoreCalculationCountLimit(options.steps())
                : new TerminationConfig().withMillisecondsSpentLimit(Math.max(1, watch.millisLeft()));
    }

    /** Turns solutions into plans, but not more often than anybody can look at, nor than the search can spare the time. */
    private static final class Reporter {
        private static final Duration INTERVAL = Duration.ofMillis(250);
        /** A plan of the whole nation takes seconds to write. */
        private static final int SEARCH_TO_REPORT = 20;

        private final PlanBuilder builder;
        private final Consumer<Progress> progress;
        private final long begin;
        private long moves;
        private long notBefore;

        Reporter(PlanBuilder builder, Consumer<Progress> progress, long begin) {
            this.builder = builder;
            this.progress = progress;
            this.begin = begin;
            this.notBefore = begin;
        }

        Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - begin);
        }

        void improvedIfValid(Assignment best, long movesSoFar) {
            if (best.getScore().hardScore() >= 0) {
                improved(best, movesSoFar);
            }
        }

        void improved(Assignment best, long movesSoFar) {
            moves = movesSoFar;
            if (System.nanoTime() - notBefore >= 0) {
                report(best, movesSoFar);
            }
        }

        void report(Assignment best, long movesSoFar) {
            long from = System.nanoTime();
            progress.accept(new Progress(elapsed(), builder.build(best), movesSoFar));
            long now = System.nanoTime();
            notBefore = now + Math.max(INTERVAL.toNanos(), (now - from) * SEARCH_TO_REPORT);
        }
    }
}
