package io.chunfeng.run;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
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

    private final RunRepository runs;
    private final Problems problems;
    private final AvoidedClosures closures;
    private final Planner planner;
    private final SolverConfigs configs;
    private final String mapSha256;

    RunWorker(
            RunRepository runs,
            Problems problems,
            AvoidedClosures closures,
            Planner planner,
            SolverConfigs configs,
            String mapSha256) {
        this.runs = runs;
        this.problems = problems;
        this.closures = closures;
        this.planner = planner;
        this.configs = configs;
        this.mapSha256 = mapSha256;
    }

    /** @return whether the run has ended; false when it was released because the application shuts down */
    boolean work(long run, BooleanSupplier shuttingDown) {
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
                mapSha256,
                attempt.best());
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

    private PlanningProblem begin(Attempt attempt) {
        PlanningProblem bare = problems.of(attempt.run(), attempt.request());
        List<StoredClosure> avoided = closures.of(bare);
        PlanningProblem problem = problems.withMatrix(bare, closures.roads(avoided));
        runs.keepProblem(attempt, problem, closures.describe(avoided, problem));
        return problem;
    }

    private boolean fail(Attempt attempt, RuntimeException e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (e instanceof IllegalArgumentException) {
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
}
