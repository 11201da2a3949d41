package io.chunfeng.run;

import io.chunfeng.plan.CodeVersion;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Replanning;
import io.chunfeng.road.MapNotReadyException;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.road.StoredClosure;
import io.chunfeng.run.RunRepository.Attempt;
import io.chunfeng.run.RunRepository.LostAttemptException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt at a run: builds or takes up its problem, lets the planner work, keeps what it finds. */
final class RunWorker {
    private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final RunRepository runs;
    private final Problems problems;
    private final AvoidedClosures closures;
    private final Planner planner;
    private final SolverConfigs configs;
    private final RoadNetwork roads;

    RunWorker(
            RunRepository runs,
            Problems problems,
            AvoidedClosures closures,
            Planner planner,
            SolverConfigs configs,
            RoadNetwork roads) {
        this.runs = runs;
        this.problems = problems;
        this.closures = closures;
        this.planner = planner;
        this.configs = configs;
        this.roads = roads;
    }

    /** @return whether the run has ended; false when it was released because the application shuts down */
    boolean work(long run, BooleanSupplier shuttingDown) {
        if (!mapOver(run, shuttingDown)) {
            return false;
        }
        Optional<Attempt> begun = runs.begin(run);
        if (begun.isEmpty()) {
            return true;
        }
        Attempt attempt = begun.get();
        try {
            return plan(attempt, shuttingDown);
        } catch (LostAttemptException e) {
            LOG.info(e.getMessage());
            return true;
        } catch (RuntimeException e) {
            return fail(attempt, e);
        }
    }

    /**
     * Waits, before the run begins, until the map is ready or has failed; not for a run that was asked to stop.
     *
     * @return false when the application shuts down
     */
    private boolean mapOver(long run, BooleanSupplier shuttingDown) {
        while (roads.preparing() && !stopping(run)) {
            if (shuttingDown.getAsBoolean()) {
                return false;
            }
            try {
                Thread.sleep(LOOK.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private boolean stopping(long run) {
        return runs.find(run).map(PlanningRun::state).orElse(null) == PlanningRun.State.STOPPING;
    }

    private boolean plan(Attempt attempt, BooleanSupplier shuttingDown) {
        PlanningProblem problem = attempt.problem() == null ? begin(attempt) : attempt.problem();
        Progress progress = new Progress(runs, attempt);
        long leftMillis = attempt.request().seconds() * 1000L - attempt.spentMillis();
        if (attempt.best() != null && (leftMillis <= 0 || attempt.stopAsked())) {
            runs.done(attempt, problem, attempt.best());
            return true;
        }
        // at least a second, so that a run whose time ran out before its first plan still gets one
        Duration limit = Duration.ofMillis(Math.max(leftMillis, 1000));
        Planner.Options options = new Planner.Options(
                configs.file(attempt.request().config()),
                limit,
                attempt.request().seed(),
                roads.mapSha256(),
                start(attempt));
        runs.keepOrigin(
                attempt, new PlanningRun.Origin(CodeVersion.current(), options.threads(), options.mapSha256(), null));
        Plan plan = planner.plan(
                problem, options, progress::improved, () -> shuttingDown.getAsBoolean() || progress.stop());
        progress.requireHeld();
        progress.flush(plan);
        if (shuttingDown.getAsBoolean() && !progress.stopAsked() && progress.spentMillis() < leftMillis) {
            runs.keepBest(attempt, plan);
            runs.release(attempt, attempt.spentMillis() + progress.spentMillis());
            return false;
        }
        runs.done(attempt, problem, plan);
        return true;
    }

    /** The best of the attempts before; a what-if begins with its base's plan, as far as that still holds. Or null. */
    private Plan start(Attempt attempt) {
        WhatIf whatIf = attempt.request().whatIf();
        return attempt.best() != null || whatIf == null
                ? attempt.best()
                : runs.plan(whatIf.basePlan()).orElseThrow().plan();
    }

    private PlanningProblem bare(Attempt attempt) {
        WhatIf whatIf = attempt.request().whatIf();
        if (whatIf == null) {
            return problems.of(attempt.run(), attempt.request(), published(attempt.request()));
        }
        PlanningProblem base = runs.plan(whatIf.basePlan()).orElseThrow().problem();
        return problems.whatIf(attempt.run(), base.name() + " 情景 #" + whatIf.scenario(), base, whatIf.changes());
    }

    private PlanningProblem begin(Attempt attempt) {
        PlanningProblem bare = bare(attempt);
        List<StoredClosure> avoided = closures.of(bare);
        PlanningProblem problem = Replanning.onRoads(problems.withMatrix(bare, closures.roads(avoided)));
        runs.keepProblem(attempt, problem, closures.describe(avoided, problem));
        return problem;
    }

    /** Null where nothing is published yet. */
    private PlanRepository.StoredPlan published(RunRequest request) {
        return request.replanOf() == null ? null : runs.plan(request.replanOf()).orElseThrow();
    }

    private boolean fail(Attempt attempt, RuntimeException e) {
        String message = message(e);
        if (e instanceof IllegalArgumentException || e instanceof MapNotReadyException) {
            LOG.info("planning run {} failed: {}", attempt.run(), message);
        } else {
            LOG.warn("planning run {} failed", attempt.run(), e);
        }
        try {
            runs.failed(attempt, message);
        } catch (LostAttemptException lost) {
            LOG.info(lost.getMessage());
        }
        return true;
    }

    private static String message(RuntimeException e) {
        if (e instanceof MapNotReadyException) {
            return "地图准备好之前就要求结束，没有方案";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
