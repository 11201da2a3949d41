package io.chunfeng.road;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All ways between many places at once: the labels of the one side lie in buckets at their nodes, each place of the other side looks into the
 * buckets of the nodes it knows. 2 n searches instead of n². After Knopp, Sanders, Schultes, Schulz and Wagner, "Computing many-to-many
 * shortest paths using highway hierarchies", 2007.
 */
final class ManyToMany {
    /** Below so many pairs the threads cost more than they save. */
    private static final int PAIRS_WORTH_SHARING = 500;

    private final Hierarchy hierarchy;
    private final List<PlaceLabels> places;

    /** Takes what was found; called by several threads at once, once for each wanted pair. */
    interface Found {
        /** @param way on the network, or null where there is none */
        void way(int from, int to, WayFigures way);
    }

    ManyToMany(Hierarchy hierarchy, List<PlaceLabels> places) {
        this.hierarchy = hierarchy;
        this.places = places;
    }

    void find(Pairs wanted, Found found) {
        for (Rectangle rectangle : Rectangle.cover(wanted)) {
            find(rectangle, wanted, found);
        }
    }

    /** The smaller side is put into buckets, the larger one shared among the threads. */
    private void find(Rectangle rectangle, Pairs wanted, Found found) {
        int[] from = rectangle.from();
        int[] to = rectangle.to();
        boolean fromScans = from.length >= to.length;
        List<Labels> sources = labels(from, false);
        List<Labels> targets = labels(to, true);
        Buckets buckets = new Buckets(fromScans ? targets : sources, hierarchy.nodes(), hierarchy.turns());
        int[] scanning = fromScans ? from : to;
        int[] waiting = fromScans ? to : from;
        List<Labels> scanned = fromScans ? sources : targets;
        List<Labels> bucketed = fromScans ? targets : sources;
        IntStream numbers = IntStream.range(0, scanning.length);
        boolean share = (long) scanning.length * waiting.length >= PAIRS_WORTH_SHARING;
        (share ? numbers.parallel() : numbers).forEach(i -> {
            Line line = new Line(waiting.length);
            int here = scanning[i];
            for (int k = 0; k < waiting.length; k++) {
                boolean isWanted = fromScans ? wanted.wanted(here, waiting[k]) : wanted.wanted(waiting[k], here);
                line.best[k] = isWanted ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            }
            line.scan(scanned.get(i), buckets, fromScans);
            for (int k = 0; k < waiting.length; k++) {
                if (line.best[k] != Double.NEGATIVE_INFINITY) {
                    WayFigures way = line.way(scanned.get(i), bucketed.get(k), k);
                    found.way(fromScans ? here : waiting[k], fromScans ? waiting[k] : here, way);
                }
            }
        });
    }

    private List<Labels> labels(int[] numbers, boolean backward) {
        return Arrays.stream(numbers)
                .mapToObj(places::get)
                .map(place -> backward ? place.backward() : place.forward())
                .toList();
    }

    /** The best ways between one place and those in the buckets. */
    private final class Line {
        final double[] best;
        final int[] mine;
        final int[] theirs;

        Line(int length) {
            best = new double[length];
            mine = new int[length];
            theirs = new int[length];
        }

        void scan(Labels labels, Buckets buckets, boolean forward) {
            for (int i = 0; i < labels.count; i++) {
                int bucket = buckets.of(labels.node[i]);
                if (bucket < 0) {
                    continue;
                }
                double weight = labels.weight[i];
                for (int entry = buckets.begin[bucket]; entry < buckets.begin[bucket + 1]; entry++) {
                    int place = buckets.place[entry];
                    double sum = weight + buckets.weight[entry];
                    if (sum < best[place]
                            && (buckets.edge == null || mayTurn(labels, i, buckets.edge[entry], forward))) {
                        best[place] = sum;
                        mine[place] = i;
                        theirs[place] = buckets.label[entry];
                    }
                }
            }
        }

        /** The weight of a turn is nothing or infinite. */
        private boolean mayTurn(Labels labels, int label, int other, boolean forward) {
            int edge = labels.edge[label];
            int node = labels.node[label];
            return (forward ? hierarchy.turnWeight(edge, node, other) : hierarchy.turnWeight(other, node, edge)) == 0;
        }

        WayFigures way(Labels own, Labels other, int place) {
            if (best[place] == Double.POSITIVE_INFINITY) {
                return null;
            }
            int a = mine[place];
            int b = theirs[place];
            return new WayFigures(
                    own.metres[a] + other.metres[b],
                    (long) own.millis[a] + other.millis[b],
                    (own.expresswayCentimetres[a] + (long) other.expresswayCentimetres[b]) / 100.0);
        }
    }

    /** Every pair of a rectangle is looked at, wanted or not. */
    record Rectangle(int[] from, int[] to) {
        private static final int MOST = 8;

        /** One for each kind of row, as when a place is added to others; where rows are of many kinds, one around them all. */
        static List<Rectangle> cover(Pairs wanted) {
            List<BitSet> kinds = Arrays.stream(wanted.rows())
                    .filter(row -> !row.isEmpty())
                    .distinct()
                    .limit(MOST + 1L)
                    .toList();
            if (kinds.size() <= MOST) {
                return kinds.stream()
                        .map(kind ->
                                new Rectangle(rows(wanted, kind), kind.stream().toArray()))
                        .toList();
            }
            BitSet columns = new BitSet();
            Arrays.stream(wanted.rows()).forEach(columns::or);
            return List.of(new Rectangle(rows(wanted, null), columns.stream().toArray()));
        }

        /** @param kind only rows equal to it; null: all but empty ones */
        private static int[] rows(Pairs wanted, BitSet kind) {
            return IntStream.range(0, wanted.places())
                    .filter(row -> kind == null ? !wanted.rows()[row].isEmpty() : wanted.rows()[row].equals(kind))
                    .toArray();
        }
    }
}
