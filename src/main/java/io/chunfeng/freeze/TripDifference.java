package io.chunfeng.freeze;

import io.chunfeng.dispatch.Recording;
import java.util.List;

/**
 * A trip that adds something else to a cell of one frozen table than to that of another.
 *
 * @param trip as the later table has it, or the earlier one where it is gone
 * @param before what it adds to the cell of the earlier table, 0 for nothing
 * @param newlyRan it left after the moment of the earlier table: nothing of that one was wrong
 * @param because what was recorded of it between the two, oldest first
 */
public record TripDifference(FrozenTrip trip, long before, long after, boolean newlyRan, List<Recording> because) {
    public TripDifference {
        because = List.copyOf(because);
    }

    public long change() {
        return after - before;
    }
}
