package io.chunfeng.road;

import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.EdgeIteratorState;

/**
 * Shortest time; among ways of equal time the shorter one. Stated minutes are whole, so equal times are common, and without the second
 * criterion the metres would depend on the order of the links.
 */
final class TrunkWeighting implements Weighting {
    static final String NAME = "trunk";
    /** Small enough that no detour below 600 km outweighs one minute, large enough to be seen beside rounding. */
    static final double SECONDS_PER_METRE = 0.0001;

    private static final double KM_PER_HOUR_IN_METRES_PER_SECOND = 3.6;

    private final DecimalEncodedValue speed;

    TrunkWeighting(DecimalEncodedValue speed) {
        this.speed = speed;
    }

    @Override
    public double calcMinWeightPerDistance() {
        return KM_PER_HOUR_IN_METRES_PER_SECOND / speed.getMaxStorableDecimal();
    }

    @Override
    public double calcEdgeWeight(EdgeIteratorState edge, boolean reverse) {
        return seconds(edge) + SECONDS_PER_METRE * edge.getDistance();
    }

    @Override
    public long calcEdgeMillis(EdgeIteratorState edge, boolean reverse) {
        return Math.round(seconds(edge) * 1000);
    }

    private double seconds(EdgeIteratorState edge) {
        return edge.getDistance() / edge.get(speed) * KM_PER_HOUR_IN_METRES_PER_SECOND;
    }

    @Override
    public double calcTurnWeight(int inEdge, int viaNode, int outEdge) {
        return 0;
    }

    @Override
    public long calcTurnMillis(int inEdge, int viaNode, int outEdge) {
        return 0;
    }

    @Override
    public boolean hasTurnCosts() {
        return false;
    }

    @Override
    public String getName() {
        return NAME;
    }
}
