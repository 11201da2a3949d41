package io.chunfeng.road;

import io.chunfeng.place.Position;
import java.util.List;

/** Keeps ways from one computation to the next: port. Ways of one key ({@link RoadNetwork#key()}) are never given to another. */
public interface WayStore {

    /**
     * What is kept of the ways between these points; nothing for a key that was never used.
     *
     * @param points WGS-84, no two alike; stars name them by their position in this list
     * @throws UnavailableException when nothing can be looked up now
     */
    List<WayStar> load(String key, List<Position> points);

    /**
     * Keeps more ways. The same ways may be kept twice at once, by two who computed them at the same time.
     *
     * @param points as in {@link #load}
     * @throws UnavailableException when nothing can be kept now
     */
    void keep(String key, List<Position> points, List<WayStar> stars);

    /** Ways can be neither looked up nor kept; they can still be computed. */
    class UnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public UnavailableException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
