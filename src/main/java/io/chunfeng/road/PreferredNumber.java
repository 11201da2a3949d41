package io.chunfeng.road;

import com.graphhopper.routing.weighting.AbstractAdjustedWeighting;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.EdgeIteratorState;

/** Keeps to the road of one number wherever it can: every other road counts so many times as long. */
final class PreferredNumber extends AbstractAdjustedWeighting {
    private static final double OTHERS = 20;

    private final CoachEngine engine;
    private final String number;

    PreferredNumber(Weighting open, CoachEngine engine, String number) {
        super(open);
        this.engine = engine;
        this.number = number;
    }

    @Override
    public double calcEdgeWeight(EdgeIteratorState edge, boolean reverse) {
        double weight = superWeighting.calcEdgeWeight(edge, reverse);
        return engine.hasNumber(edge, number) ? weight : OTHERS * weight;
    }

    @Override
    public String getName() {
        return superWeighting.getName() + "_number";
    }
}
