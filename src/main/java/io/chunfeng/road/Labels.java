package io.chunfeng.road;

import java.util.Arrays;

/**
 * What one half of a search found from one place: the nodes it reached in the hierarchy, what the way to each adds up to, and, where turns count,
 * the original edge by which the way touches the node. The best way between two places passes a node of the forward labels of the one and
 * the backward labels of the other.
 */
final class Labels {
    private static final int FIRST_CAPACITY = 256;

    int count;
    int[] node = new int[FIRST_CAPACITY];
    double[] weight = new double[FIRST_CAPACITY];
    double[] metres = new double[FIRST_CAPACITY];
    int[] millis = new int[FIRST_CAPACITY];
    int[] expresswayCentimetres = new int[FIRST_CAPACITY];
    /** -1 where the way begins or ends at the node itself; null where turns are free. */
    int[] edge;

    Labels(boolean turns) {
        edge = turns ? new int[FIRST_CAPACITY] : null;
    }

    /** @return the number of the label */
    int add(int atNode, double atWeight, double atMetres, int ms, int expresswayCm, int byEdge) {
        if (count == node.length) {
            resize(count * 2);
        }
        node[count] = atNode;
        weight[count] = atWeight;
        metres[count] = atMetres;
        millis[count] = ms;
        expresswayCentimetres[count] = expresswayCm;
        if (edge != null) {
            edge[count] = byEdge;
        }
        return count++;
    }

    Labels trimmed() {
        resize(count);
        return this;
    }

    private void resize(int length) {
        node = Arrays.copyOf(node, length);
        weight = Arrays.copyOf(weight, length);
        metres = Arrays.copyOf(metres, length);
        millis = Arrays.copyOf(millis, length);
        expresswayCentimetres = Arrays.copyOf(expresswayCentimetres, length);
        edge = edge == null ? null : Arrays.copyOf(edge, length);
    }
}
