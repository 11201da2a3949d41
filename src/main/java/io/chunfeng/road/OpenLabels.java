package io.chunfeng.road;

import java.util.Arrays;

/** States of a search by the weight at which they were reached, lowest first. A state may be in it more than once. */
final class OpenLabels {
    private double[] weight = new double[1024];
    private int[] state = new int[1024];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    double lowestWeight() {
        return weight[0];
    }

    void add(double newWeight, int newState) {
        if (size == state.length) {
            weight = Arrays.copyOf(weight, size * 2);
            state = Arrays.copyOf(state, size * 2);
        }
        int hole = size++;
        while (hole > 0) {
            int parent = (hole - 1) >>> 1;
            if (weight[parent] <= newWeight) {
                break;
            }
            move(parent, hole);
            hole = parent;
        }
        weight[hole] = newWeight;
        state[hole] = newState;
    }

    int removeLowest() {
        int lowest = state[0];
        double lastWeight = weight[--size];
        int lastState = state[size];
        int hole = 0;
        for (int child = 1; child < size; child = 2 * hole + 1) {
            if (child + 1 < size && weight[child + 1] < weight[child]) {
                child++;
            }
            if (weight[child] >= lastWeight) {
                break;
            }
            move(child, hole);
            hole = child;
        }
        weight[hole] = lastWeight;
        state[hole] = lastState;
        return lowest;
    }

    private void move(int from, int to) {
        weight[to] = weight[from];
        state[to] = state[from];
    }
}
