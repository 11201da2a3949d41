package io.chunfeng.road;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

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
     * @throws NothingClosedException naming the closure that the loaded map does not have
     */
    public static RoadNetwork close(RoadNetwork roads, List<StoredClosure> closures) {
        try {
            return roads.closed(
                    closures.stream().map(stored -> stored.closure.extent()).toList());
        } catch (NothingClosedException | PlacesOffMapException e) {
            closures.forEach(stored -> stored.requireOn(roads));
            throw e;
        }
    }

    private void requireOn(RoadNetwork roads) {
        String missing;
        try {
            roads.closedRoads(closure.extent());
            return;
        } catch (NothingClosedException e) {
            missing = e.getMessage();
        } catch (PlacesOffMapException e) {
            missing = e.places().stream().map(off -> off.place().name()).collect(Collectors.joining("、")) + "不在已加载的地图上";
        }
        throw new NothingClosedException(
                "封路 #" + id + "（" + closure.reason() + "）不能用于已加载的地图：" + missing + "。请解除这条封路，或换用登记它时的地图。");
    }
}
