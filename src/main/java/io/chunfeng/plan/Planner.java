package io.chunfeng.plan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Port to the solver. A planner returns only plans without violations: at worst one that serves nobody. */
public interface Planner {

    /**
     * Plans for at most the given time. Blocks; safe to call from several threads with different problems.
     *
     * @param problem with its matrix
     * @param progress called on every improvement, by a solving thread; never by two at a time
     * @param stop polled; planning ends soon after it answers true, with the best plan so far
     * @throws IllegalArgumentException when the configuration cannot be read; the message names file and fault
     */
    Plan plan(PlanningProblem problem, Options options, Consumer<Progress> progress, BooleanSupplier stop);

    /**
     * A plan is found again by the same seed, configuration, threads and number of steps.
     *
     * @param config a solver configuration file
     * @param limit wall-clock time
     * @param steps most steps of the search; {@link #UNLIMITED} where only time counts
     * @param threads cores to use at most, at least 1
     * @param mapSha256 written into the plan; null when the problem brought its matrix
     * @param start a valid plan of the same problem to improve on, or null
     */
    record Options(Path config, Duration limit, long steps, int threads, long seed, String mapSha256, Plan start) {
        public static final long UNLIMITED = Long.MAX_VALUE;

        /** As long as the time lasts, on every core of the machine. */
        public Options(Path config, Duration limit, long seed, String mapSha256, Plan start) {
            this(config, limit, UNLIMITED, Runtime.getRuntime().availableProcessors(), seed, mapSha256, start);
        }
    }

    /**
     * @param plan the best so far, complete and checked
     * @param moves changes tried so far
     */
    record Progress(Duration elapsed, Plan plan, long moves) {}
}
