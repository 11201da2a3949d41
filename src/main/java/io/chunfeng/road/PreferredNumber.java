package io.chunfeng.road;

import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.EdgeIteratorState;

/** Keeps to the road of one number wherever it can: every other road counts so many times as long. */
record PreferredNumber(Weighting open, CoachEngine engine, String number) implements Weighting {
    private static final double OTHERS = 20;

    @Override
    public double calcEdgeWeight(EdgeIteratorState edge, boolean reverse) {
        double weight = open.calcEdgeWeight(edge, reverse);
        return engine.hasNumber(edge, number) ? weight : OTHERS * weight;
    }

    @Override
    public double calcMinWeightPerDistance() {
        return open.calcMinWeightPerDistance();
    }

    @Override
    public long calcEdgeMillis(EdgeIteratorState edge, boolean reverse) {
        return open.calcEdgeMillis(edge, reverse);
    }

    @Override
    public double calcTurnWeight(int inEdge, int viaNode, int outEdge) {
        return open.calcTurnWeight(inEdge, viaNode, outEdge);
    }

    @Override
    public long calcTurnMillis(int inEdge, int viaNode, int outEdge) {
        return open.calcTurnMillis(inEdge, viaNode, outEdge);
    }

    @Override
    public boolean hasTurnCosts() {
        return open.hasTurnCosts();
    }

    @Override
    public String getName() {
        return open.getName() + "_number";
    }
}
