package io.chunfeng.road;

import java.util.Arrays;

/**
 * The edges and shortcuts that lead upwards in the hierarchy from each node, in plain arrays: a search reads little else. The arcs of node v are
 * those from {@code begin[v]} to {@code begin[v + 1]}. Backward, an arc leads from the higher node to v.
 */
final class Arcs {
    int[] begin;
    int count;
    int[] higher = new int[1 << 12];
    double[] weight = new double[1 << 12];
    double[] metres = new double[1 << 12];
    int[] millis = new int[1 << 12];
    int[] expresswayCentimetres = new int[1 << 12];
    /** The original edge at v and the directed original edge at the higher node; null where turns are free. */
    int[] nearEdge;

    int[] farKey;

    Arcs(int nodes, boolean turns) {
        begin = new int[nodes + 1];
        if (turns) {
            nearEdge = new int[1 << 12];
            farKey = new int[1 << 12];
        }
    }

    void add(int higherNode, double arcWeight, double arcMetres, int ms, int expresswayCm) {
        if (count == higher.length) {
            grow(count * 2);
        }
        higher[count] = higherNode;
        weight[count] = arcWeight;
        metres[count] = arcMetres;
        millis[count] = ms;
        expresswayCentimetres[count] = expresswayCm;
        count++;
    }

    /** Of the arc added last. */
    void turnsAt(int near, int far) {
        nearEdge[count - 1] = near;
        farKey[count - 1] = far;
    }

    Arcs trimmed() {
        grow(count);
        return this;
    }

    private void grow(int length) {
        higher = Arrays.copyOf(higher, length);
        weight = Arrays.copyOf(weight, length);
        metres = Arrays.copyOf(metres, length);
        millis = Arrays.copyOf(millis, length);
        expresswayCentimetres = Arrays.copyOf(expresswayCentimetres, length);
        if (nearEdge != null) {
            nearEdge = Arrays.copyOf(nearEdge, length);
            farKey = Arrays.copyOf(farKey, length);
        }
    }
}
