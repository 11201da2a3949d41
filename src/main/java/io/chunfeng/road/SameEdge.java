package io.chunfeng.road;

import com.graphhopper.routing.Path;
import com.graphhopper.routing.ch.CHRoutingAlgorithmFactory;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.PMap;
import java.util.List;
import java.util.function.Predicate;

/** The way between two places in the middle of one edge, which may lead along that edge alone and so past no node that labels know of. */
final class SameEdge {
    private SameEdge() {}

    static boolean holds(PlaceLabels from, PlaceLabels to) {
        return from.edge() >= 0 && from.edge() == to.edge();
    }

    /** @param from and to: attached anew, since a query graph marks them */
    static WayFigures way(Hierarchy hierarchy, Attached from, Attached to, Predicate<EdgeIteratorState> isExpressway) {
        QueryGraph graph =
                QueryGraph.create((BaseGraph) hierarchy.graph().getBaseGraph(), List.of(from.snap(), to.snap()));
        Path path = new CHRoutingAlgorithmFactory(hierarchy.graph(), graph)
                .createAlgo(new PMap())
                .calcPath(from.node(), to.node());
        if (!path.isFound()) {
            return null;
        }
        double expressway = path.calcEdges().stream()
                .filter(isExpressway)
                .mapToDouble(EdgeIteratorState::getDistance)
                .sum();
        return new WayFigures(path.getDistance(), path.getTime(), expressway);
    }
}
