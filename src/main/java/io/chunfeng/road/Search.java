package io.chunfeng.road;

import java.util.Arrays;
import java.util.List;

/**
 * One half of a search in the hierarchy: upwards from one place or, backward, down to it. Usable again and again, by one thread at a time.
 *
 * <p>A state is a node or, where some turns are forbidden, a directed original edge at the far end of which the search stands.
 */
final class Search {
    /** Shortcut weights are rounded to this; a smaller advantage proves nothing. */
    private static final double WEIGHT_STEP = 0.001;

    private static final int AT_THE_PLACE = -1;

    private final Hierarchy hierarchy;
    private final boolean backward;
    private final boolean turns;
    private final Arcs onwards;
    private final Arcs opposite;
    private final OpenLabels open = new OpenLabels();
    /** By state. */
    private final double[] best;

    private final int[] arc;
    private final int[] cameFrom;
    private final int[] touched;
    private int touchedCount;
    private List<Stubs.Stub> stubs;

    Search(Hierarchy hierarchy, boolean backward) {
        this.hierarchy = hierarchy;
        this.backward = backward;
        this.turns = hierarchy.turns();
        this.onwards = backward ? hierarchy.backward() : hierarchy.forward();
        this.opposite = backward ? hierarchy.forward() : hierarchy.backward();
        int states = turns ? 2 * hierarchy.roads().getEdges() : hierarchy.nodes();
        best = new double[states];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        arc = new int[states];
        cameFrom = new int[states];
        touched = new int[states];
    }

    /** @param from the ways between the place and the network; nodes proven to be reached by a detour are left out */
    Labels labels(List<Stubs.Stub> from) {
        stubs = from;
        Labels labels = new Labels(turns);
        for (int stub = 0; stub < stubs.size(); stub++) {
            begin(stub, labels);
        }
        while (!open.isEmpty()) {
            double weight = open.lowestWeight();
            int state = open.removeLowest();
            if (weight == best[state]) {
                settle(state, labels);
            }
        }
        for (int i = 0; i < touchedCount; i++) {
            best[touched[i]] = Double.POSITIVE_INFINITY;
        }
        touchedCount = 0;
        return labels.trimmed();
    }

    private void begin(int number, Labels labels) {
        Stubs.Stub stub = stubs.get(number);
        if (turns && stub.key() < 0) {
            int label = labels.add(stub.node(), 0, 0, 0, 0, AT_THE_PLACE);
            expand(label, labels);
        } else {
            reach(turns ? stub.key() : stub.node(), stub.weight(), -1 - number, AT_THE_PLACE);
        }
    }

    private void reach(int state, double weight, int byArc, int fromLabel) {
        if (weight < best[state]) {
            if (best[state] == Double.POSITIVE_INFINITY) {
                touched[touchedCount++] = state;
            }
            best[state] = weight;
            arc[state] = byArc;
            cameFrom[state] = fromLabel;
            open.add(weight, state);
        }
    }

    private void settle(int state, Labels labels) {
        double weight = best[state];
        int by = arc[state];
        int node = by < 0 ? stubs.get(-1 - by).node() : onwards.higher[by];
        if (!turns && isDetour(node, weight)) {
            return;
        }
        int edge = turns ? state >> 1 : AT_THE_PLACE;
        int label;
        if (by < 0) {
            Stubs.Stub stub = stubs.get(-1 - by);
            label = labels.add(node, weight, stub.metres(), stub.millis(), stub.expresswayCentimetres(), edge);
        } else {
            int before = cameFrom[state];
            label = labels.add(
                    node,
                    weight,
                    labels.metres[before] + onwards.metres[by],
                    labels.millis[before] + onwards.millis[by],
                    labels.expresswayCentimetres[before] + onwards.expresswayCentimetres[by],
                    edge);
        }
        expand(label, labels);
    }

    private void expand(int label, Labels labels) {
        int node = labels.node[label];
        double weight = labels.weight[label];
        for (int a = onwards.begin[node]; a < onwards.begin[node + 1]; a++) {
            double next = weight + onwards.weight[a];
            int state = turns ? onwards.farKey[a] : onwards.higher[a];
            if (next < best[state]) {
                reach(state, turns ? next + turnWeight(labels.edge[label], node, onwards.nearEdge[a]) : next, a, label);
            }
        }
    }

    private double turnWeight(int edge, int node, int next) {
        return backward ? hierarchy.turnWeight(next, node, edge) : hierarchy.turnWeight(edge, node, next);
    }

    /** Whether a higher node offers a shorter way down to this one than the way up that was found. */
    private boolean isDetour(int node, double weight) {
        for (int a = opposite.begin[node]; a < opposite.begin[node + 1]; a++) {
            if (best[opposite.higher[a]] + opposite.weight[a] < weight - WEIGHT_STEP) {
                return true;
            }
        }
        return false;
    }
}
