package io.chunfeng.road;

import com.graphhopper.routing.DijkstraBidirectionRef;
import com.graphhopper.routing.Path;
import com.graphhopper.routing.ch.CHRoutingAlgorithmFactory;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.RoutingCHGraph;
import com.graphhopper.util.PMap;

/** Finds one way between two nodes of a query graph, by one of the engine's own algorithms. */
@FunctionalInterface
interface WayFinder {
    Path find(QueryGraph graph, int from, int to);

    static WayFinder over(RoutingCHGraph hierarchy) {
        return (graph, from, to) -> new CHRoutingAlgorithmFactory(hierarchy, graph)
                .createAlgo(new PMap())
                .calcPath(from, to);
    }

    /** Slower, but needs no preparation. */
    static WayFinder over(Weighting weighting) {
        TraversalMode mode = weighting.hasTurnCosts() ? TraversalMode.EDGE_BASED : TraversalMode.NODE_BASED;
        return (graph, from, to) ->
                new DijkstraBidirectionRef(graph, graph.wrapWeighting(weighting), mode).calcPath(from, to);
    }
}
