package io.chunfeng.solver;

import java.util.List;

/**
 * A coach trip that people were told of and that is not pinned: a trip with some of its riders may follow it, which
 * means that the coach leaves no stop earlier than published.
 *
 * @param leave when the coach leaves its depot
 * @param boards indices of the places where people board
 * @param departures from these places
 */
record PublishedTrip(String id, PoolFact pool, long leave, List<Integer> boards, List<Long> departures) {

    /** Published departure from a place, or {@link Long#MIN_VALUE} where nobody boards. */
    long departure(int place) {
        int stop = boards.indexOf(place);
        return stop < 0 ? Long.MIN_VALUE : departures.get(stop);
    }
}
