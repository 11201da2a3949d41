package io.chunfeng.road;

import com.carrotsearch.hppc.IntObjectHashMap;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.querygraph.QueryRoutingCHGraph;
import com.graphhopper.storage.RoutingCHGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All ways between many nodes at once: a backward search from every target leaves what it found in buckets at the nodes it reached, a forward search
 * from every source looks into the buckets of the nodes it reaches. 2 n searches instead of n². After Knopp, Sanders, Schultes, Schulz and Wagner,
 * "Computing many-to-many shortest paths using highway hierarchies", 2007.
 */
final class ManyToMany {
    private final QueryRoutingCHGraph hierarchy;
    private final int realNodes;
    private final EdgeFigures figures;

    /** What a backward search left at a node: from here to the target. */
    private record Entry(int target, double weight, WayFigures way) {}

    ManyToMany(RoutingCHGraph hierarchy, QueryGraph places, EdgeFigures figures) {
        this.hierarchy = new QueryRoutingCHGraph(hierarchy, places);
        this.realNodes = hierarchy.getNodes();
        this.figures = figures;
    }

    /** Row = from, column = to; null where there is no way. The nodes differ from one another. */
    WayFigures[][] ways(int[] nodes) {
        IntObjectHashMap<List<Entry>> buckets = buckets(nodes);
        WayFigures[][] ways = new WayFigures[nodes.length][];
        IntStream.range(0, nodes.length)
                .parallel()
                .forEach(source -> ways[source] = row(nodes[source], buckets, nodes.length));
        return ways;
    }

    private IntObjectHashMap<List<Entry>> buckets(int[] nodes) {
        List<List<SearchSpace.Reached>> spaces = Arrays.stream(nodes)
                .parallel()
                .mapToObj(node -> space(true).search(node))
                .toList();
        IntObjectHashMap<List<Entry>> buckets = new IntObjectHashMap<>();
        for (int target = 0; target < nodes.length; target++) {
            for (SearchSpace.Reached reached : spaces.get(target)) {
                List<Entry> bucket = buckets.get(reached.node());
                if (bucket == null) {
                    bucket = new ArrayList<>();
                    buckets.put(reached.node(), bucket);
                }
                bucket.add(new Entry(target, reached.weight(), reached.way()));
            }
        }
        return buckets;
    }

    private WayFigures[] row(int source, IntObjectHashMap<List<Entry>> buckets, int targets) {
        double[] weights = new double[targets];
        Arrays.fill(weights, Double.POSITIVE_INFINITY);
        WayFigures[] up = new WayFigures[targets];
        WayFigures[] down = new WayFigures[targets];
        for (SearchSpace.Reached reached : space(false).search(source)) {
            List<Entry> bucket = buckets.get(reached.node());
            if (bucket == null) {
                continue;
            }
            for (Entry entry : bucket) {
                double weight = reached.weight() + entry.weight;
                if (weight < weights[entry.target]) {
                    weights[entry.target] = weight;
                    up[entry.target] = reached.way();
                    down[entry.target] = entry.way;
                }
            }
        }
        WayFigures[] ways = new WayFigures[targets];
        Arrays.setAll(ways, target -> up[target] == null ? null : up[target].plus(down[target]));
        return ways;
    }

    private SearchSpace space(boolean backward) {
        return new SearchSpace(hierarchy, realNodes, figures, backward);
    }
}
