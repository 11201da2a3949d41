package io.chunfeng.road;

import java.time.Instant;
import java.util.List;

/**
 * A closure as it was recorded.
 *
 * @param liftedAt when it was lifted (解除), or null
 */
public record StoredClosure(long id, Closure closure, Instant recordedAt, Instant liftedAt) {

    public enum State {
        COMING,
        IN_FORCE,
        PAST,
        LIFTED
    }

    public State state(Instant now) {
        if (liftedAt != null) {
            return State.LIFTED;
        }
        if (now.isBefore(closure.from())) {
            return State.COMING;
        }
        return closure.until() == null || now.isBefore(closure.until()) ? State.IN_FORCE : State.PAST;
    }

    /**
     * The roads with all of these closed.
     *
     * @throws NothingClosedException naming the closure that holds no road of the map
     */
    public static RoadNetwork close(RoadNetwork roads, List<StoredClosure> closures) {
        try {
            return roads.closed(
                    closures.stream().map(stored -> stored.closure.extent()).toList());
        } catch (NothingClosedException e) {
            throw named(roads, closures, e);
        }
    }

    private static NothingClosedException named(
            RoadNetwork roads, List<StoredClosure> closures, NothingClosedException unnamed) {
        for (StoredClosure stored : closures) {
            try {
                roads.closed(List.of(stored.closure.extent()));
            } catch (NothingClosedException e) {
                return new NothingClosedException("封路 #" + stored.id + "（" + stored.closure.reason() + "）不能用于当前地图："
                        + e.getMessage() + " 请解除这条封路，或换用它登记时的地图。");
            }
        }
        return unnamed;
    }
}
