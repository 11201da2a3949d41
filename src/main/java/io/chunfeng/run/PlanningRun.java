package io.chunfeng.run;

import java.time.Instant;
import java.util.List;

/**
 * A planning run and how far it is. Survives restarts.
 *
 * @param planId the stored plan once the run has ended well; before that null
 * @param groups groups in the problem
 * @param persons persons in the problem
 * @param best newest progress point, or null
 * @param message what went wrong, in words for the dispatcher, or null
 * @param avoided known once the matrix is made; before that {@link Avoided#NONE}
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
        String message,
        Avoided avoided) {

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
     * 封路: what the run's matrix does without.
     *
     * @param closures ids of closures
     * @param cutOff ids of groups that have no way by road because of them
     */
    public record Avoided(List<Long> closures, List<String> cutOff) {
        public static final Avoided NONE = new Avoided(List.of(), List.of());

        public Avoided {
            closures = List.copyOf(closures);
            cutOff = List.copyOf(cutOff);
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
