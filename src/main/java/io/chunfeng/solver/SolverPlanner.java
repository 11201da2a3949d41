package io.chunfeng.solver;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.solver.Solver;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.phase.PhaseConfig;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;
import org.optaplanner.core.impl.solver.DefaultSolver;

/** Plans with OptaPlanner and a configuration file of solver-configs. */
public final class SolverPlanner implements Planner {
    private static final Duration PROGRESS_INTERVAL = Duration.ofMillis(250);
    private static final Duration STOP_POLL_INTERVAL = Duration.ofMillis(100);

    /** The temperatures in solver-configs are meant for trips of so many fen; see the files. */
    private static final long REFERENCE_TRIP_FEN = 2_000_000;

    private static final double REPLANNING_COOLNESS = 0.05;

    private final Clock clock;

    public SolverPlanner(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Plan plan(PlanningProblem problem, Options options, Consumer<Progress> progress, BooleanSupplier stop) {
        long begin = System.nanoTime();
        SolverConfig config = read(options);
        Instance instance = new Instance(problem);
        PlanBuilder builder = new PlanBuilder(instance, options, clock);
        Assignment start = Start.of(instance, options.start());
        if (instance.groups.stream().noneMatch(group -> group.headcount > 0)) {
            return Prescription.written(problem, builder.build(start));
        }
        Construction.fill(start, stop);
        progress.accept(new Progress(Duration.ofNanos(System.nanoTime() - begin), builder.build(start), 0));
        Solver<Assignment> solver = solver(config, instance, options, begin);
        Reporter reporter = new Reporter(builder, progress, begin, solver);
        solver.addEventListener(event -> reporter.improved(event.getNewBestSolution()));
        ExecutorService crew = Executors.newFixedThreadPool(Math.max(1, options.threads() - 1), daemon("planner-crew"));
        start.use(crew, options.threads());
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(daemon("planner-stop-watch"));
        try {
            watch.scheduleWithFixedDelay(
                    () -> {
                        if (stop.getAsBoolean()
                                || System.nanoTime() - begin > options.limit().toNanos()) {
                            solver.terminateEarly();
                        }
                    },
                    0,
                    STOP_POLL_INTERVAL.toMillis(),
                    TimeUnit.MILLISECONDS);
            Assignment best = solver.solve(start);
            Departures.improve(best);
            Plan plan = Prescription.written(problem, builder.build(best));
            progress.accept(new Progress(Duration.ofNanos(System.nanoTime() - begin), plan, moves(solver)));
            return plan;
        } finally {
            watch.shutdownNow();
            crew.shutdownNow();
        }
    }

    private static SolverConfig read(Options options) {
        Path file = options.config();
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "solver configuration not found: " + file + " (choose a file of the folder solver-configs)");
        }
        try {
            return SolverConfig.createFromXmlFile(file.toFile()).withRandomSeed(options.seed());
        } catch (RuntimeException fault) {
            throw unusable(file, fault);
        }
    }

    /**
     * A problem whose trips cost a hundredth is searched at a hundredth of the temperature; what people were told already is
     * hardly ever made worse.
     */
    private static void scaleTemperature(SolverConfig config, Instance instance) {
        if (config.getPhaseConfigList() == null) {
            return;
        }
        double share = (double) TypicalTrip.fen(instance, REFERENCE_TRIP_FEN)
                / REFERENCE_TRIP_FEN
                * (instance.problem.replans() ? REPLANNING_COOLNESS : 1);
        for (PhaseConfig<?> phase : config.getPhaseConfigList()) {
            if (phase instanceof LocalSearchPhaseConfig search
                    && search.getAcceptorConfig() != null
                    && search.getAcceptorConfig().getSimulatedAnnealingStartingTemperature() != null) {
                HardMediumSoftLongScore stated = HardMediumSoftLongScore.parseScore(
                        search.getAcceptorConfig().getSimulatedAnnealingStartingTemperature());
                long soft = Math.max(1, Math.round(stated.softScore() * share));
                search.getAcceptorConfig()
                        .setSimulatedAnnealingStartingTemperature(
                                HardMediumSoftLongScore.of(stated.hardScore(), stated.mediumScore(), soft)
                                        .toString());
            }
        }
    }

    /** The limit is the caller's whole wait: reading and preparing are part of it. */
    private static Solver<Assignment> solver(SolverConfig config, Instance instance, Options options, long begin) {
        try {
            scaleTemperature(config, instance);
            config.withTerminationConfig(termination(options, begin));
            return SolverFactory.<Assignment>create(config).buildSolver();
        } catch (RuntimeException fault) {
            throw unusable(options.config(), fault);
        }
    }

    /** Every change that was tried has been scored once. */
    private static long moves(Solver<Assignment> solver) {
        return ((DefaultSolver<Assignment>) solver).getSolverScope().getScoreCalculationCount();
    }

    /** With a number of steps the clock has no part in the search: it only ends it. */
    private static TerminationConfig termination(Options options, long begin) {
        if (options.steps() != Options.UNLIMITED) {
            return new TerminationConfig().withScoreCalculationCountLimit(options.steps());
        }
        long spentMillis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        return new TerminationConfig()
                .withMillisecondsSpentLimit(Math.max(1, options.limit().toMillis() - spentMillis));
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    private static IllegalArgumentException unusable(Path file, RuntimeException fault) {
        return new IllegalArgumentException(
                "solver configuration " + file + " cannot be used: " + rootMessage(fault), fault);
    }

    private static String rootMessage(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage();
    }

    /** Turns best solutions into plans, but not more often than anybody can look at. */
    private static final class Reporter {
        private final PlanBuilder builder;
        private final Consumer<Progress> progress;
        private final long begin;
        private final Solver<Assignment> solver;
        private long lastReport = Long.MIN_VALUE;

        Reporter(PlanBuilder builder, Consumer<Progress> progress, long begin, Solver<Assignment> solver) {
            this.builder = builder;
            this.progress = progress;
            this.begin = begin;
            this.solver = solver;
        }

        void improved(Assignment best) {
            long now = System.nanoTime();
            if (best.getScore().hardScore() < 0
                    || lastReport != Long.MIN_VALUE && now - lastReport < PROGRESS_INTERVAL.toNanos()) {
                return;
            }
            lastReport = now;
            progress.accept(new Progress(Duration.ofNanos(now - begin), builder.build(best), moves(solver)));
        }
    }
}
