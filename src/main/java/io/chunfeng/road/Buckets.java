package io.chunfeng.road;

import java.util.Arrays;
import java.util.List;

/** Labels of many places sorted by node: at every node, which places know a way to or from it. */
final class Buckets {
    /** By node: its bucket, or -1. */
    private final int[] bucketOfNode;

    final int[] begin;
    final int[] place;
    final int[] label;
    final double[] weight;
    /** Null where turns are free. */
    final int[] edge;

    Buckets(List<Labels> places, int nodes, boolean turns) {
        bucketOfNode = new int[nodes];
        Arrays.fill(bucketOfNode, -1);
        int[] size = new int[256];
        int buckets = 0;
        int entries = 0;
        for (Labels labels : places) {
            for (int i = 0; i < labels.count; i++) {
                int node = labels.node[i];
                if (bucketOfNode[node] < 0) {
                    bucketOfNode[node] = buckets++;
                    size = buckets > size.length ? Arrays.copyOf(size, buckets * 2) : size;
                }
                size[bucketOfNode[node]]++;
                entries++;
            }
        }
        begin = new int[buckets + 1];
        for (int bucket = 0; bucket < buckets; bucket++) {
            begin[bucket + 1] = begin[bucket] + size[bucket];
        }
        place = new int[entries];
        label = new int[entries];
        weight = new double[entries];
        edge = turns ? new int[entries] : null;
        fill(places, Arrays.copyOf(begin, buckets));
    }

    private void fill(List<Labels> places, int[] next) {
        for (int number = 0; number < places.size(); number++) {
            Labels labels = places.get(number);
            for (int i = 0; i < labels.count; i++) {
                int entry = next[bucketOfNode[labels.node[i]]]++;
                place[entry] = number;
                label[entry] = i;
                weight[entry] = labels.weight[i];
                if (edge != null) {
                    edge[entry] = labels.edge[i];
                }
            }
        }
    }

    /** Number of the node's bucket, or -1 where there is none. */
    int of(int node) {
        return bucketOfNode[node];
    }
}
