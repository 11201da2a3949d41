package io.chunfeng.road;

import com.graphhopper.storage.index.Snap;

/**
 * A place, where it touches the network and all that is known of the ways from and to it.
 *
 * @param edge the edge in whose middle it lies, or -1: at a node
 * @param forward of the ways from it
 * @param backward of the ways to it
 */
record PlaceLabels(Attached attached, int edge, Labels forward, Labels backward) {

    /** Before the place was drawn into a query graph. */
    static int edge(Snap snap) {
        return snap.getSnappedPosition() == Snap.Position.TOWER
                ? -1
                : snap.getClosestEdge().getEdge();
    }
}
