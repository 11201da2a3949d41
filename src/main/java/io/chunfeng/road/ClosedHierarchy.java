package io.chunfeng.road;

import com.graphhopper.routing.ch.NodeOrderingProvider;
import com.graphhopper.routing.ch.PrepareContractionHierarchies;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.CHConfig;
import com.graphhopper.storage.GHDirectory;
import com.graphhopper.storage.RoutingCHGraph;
import com.graphhopper.storage.RoutingCHGraphImpl;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Contracts the map once more with some edges closed, in the order of nodes found when all were open, which is most of the work. */
final class ClosedHierarchy {
    private static final String NAME = "closed";

    private ClosedHierarchy() {}

    /** One at a time: the engine's directory of arrays is not made for more. */
    static Hierarchy of(CoachEngine engine, Weighting weighting) {
        synchronized (engine) {
            RoutingCHGraph open = engine.hierarchy();
            BaseGraph roads = engine.getBaseGraph();
            GHDirectory arrays = (GHDirectory) roads.getDirectory();
            arrays.configure(new LinkedHashMap<>(Map.of(".*_" + NAME, "RAM")));
            CHConfig config =
                    open.isEdgeBased() ? CHConfig.edgeBased(NAME, weighting) : CHConfig.nodeBased(NAME, weighting);
            try {
                PrepareContractionHierarchies.Result prepared = PrepareContractionHierarchies.fromGraph(roads, config)
                        .useFixedNodeOrdering(order(open))
                        .doWork();
                RoutingCHGraph closed =
                        RoutingCHGraphImpl.fromGraph(roads, prepared.getCHStorage(), prepared.getCHConfig());
                return Hierarchy.of(closed, engine::isExpressway);
            } finally {
                arrays.remove("nodes_ch_" + NAME);
                arrays.remove("shortcuts_" + NAME);
            }
        }
    }

    private static NodeOrderingProvider order(RoutingCHGraph open) {
        int[] nodes = IntStream.range(0, open.getNodes())
                .boxed()
                .sorted((a, b) -> Integer.compare(open.getLevel(a), open.getLevel(b)))
                .mapToInt(Integer::intValue)
                .toArray();
        return new NodeOrderingProvider() {
            @Override
            public int getNodeIdForLevel(int level) {
                return nodes[level];
            }

            @Override
            public int getNumNodes() {
                return nodes.length;
            }
        };
    }
}
