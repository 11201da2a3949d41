package io.chunfeng.road;

import com.graphhopper.routing.Path;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.EdgeIteratorState;
import java.util.List;
import java.util.function.Predicate;

/** The way between two places in the middle of one edge, which may lead along that edge alone and so past no node that labels know of. */
record SameEdge(BaseGraph roads, WayFinder finder, Predicate<EdgeIteratorState> isExpressway) {

    static boolean holds(PlaceLabels from, PlaceLabels to) {
        return from.edge() >= 0 && from.edge() == to.edge();
    }

    /** @param from and to: attached anew, since a query graph marks them */
    WayFigures way(Attached from, Attached to) {
        QueryGraph graph = QueryGraph.create(roads, List.of(from.snap(), to.snap()));
        Path path = finder.find(graph, from.node(), to.node());
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
