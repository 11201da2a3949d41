package io.chunfeng.run;

import java.time.Instant;

/**
 * A planning run and how far it is. Survives restarts.
 *
 * @param planId the stored plan once the run has ended well; before that null
 * @param groups groups in the problem
 * @param persons persons in the problem
 * @param best newest progress point, or null
 * @param message what went wrong, in words for the dispatcher, or null
 */
public record PlanningRun(
        long id,
        RunRequest request,
        State state,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt,
        int groups,
        int persons,
        Point best,
        Long planId,
        String message) {

    public enum State {
        QUEUED,
        RUNNING,
        /** Asked to stop early; ends with the best plan so far. */
        STOPPING,
        DONE,
        FAILED;

        public boolean ended() {
            return this == DONE || this == FAILED;
        }
    }

    /**
     * One improvement.
     *
     * @param number 1, 2, 3, … within the run
     * @param unserved weighted persons
     * @param personsServed persons carried
     * @param costFen generalised cost
     */
    public record Point(int number, long elapsedMillis, long unserved, int personsServed, long costFen) {}
}
