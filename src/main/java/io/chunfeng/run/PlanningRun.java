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
 * @param origin known once the run has begun; before that, and for runs of earlier versions, {@link Origin#UNKNOWN}
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
        Avoided avoided,
        Origin origin) {

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
     * With what a run was worked on, besides seed and configuration: what is needed to make its plan again.
     *
     * @param codeVersion see {@link io.chunfeng.plan.CodeVersion}; null when unknown
     * @param threads cores used at most; null when unknown
     * @param mapSha256 of the map of its matrix; null when unknown
     * @param boundFen no plan that serves as many costs less; null when unknown
     */
    public record Origin(String codeVersion, Integer threads, String mapSha256, Long boundFen) {
        public static final Origin UNKNOWN = new Origin(null, null, null, null);
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
