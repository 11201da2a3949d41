package io.chunfeng.closure;

import io.chunfeng.road.RoadMatrix;
import io.chunfeng.road.RoadPath;

/** How far it is by road. */
public record Way(int metres, int seconds) {

    /** Null where there is none. */
    static Way of(RoadPath path) {
        return path == null ? null : new Way(path.metres(), path.seconds());
    }

    /** Null where there is none. */
    static Way of(RoadMatrix matrix, int from, int to) {
        return matrix.reachable(from, to) ? new Way(matrix.metres()[from][to], matrix.seconds()[from][to]) : null;
    }

    /** A metre or a second may be lost by rounding on the same roads. */
    boolean differsFrom(Way other) {
        return Math.abs(metres - other.metres) > 1 || Math.abs(seconds - other.seconds) > 1;
    }
}
