package io.chunfeng.solver;

import java.util.Arrays;

/** Whole numbers in no order, without boxes: the lists that the search changes all the time. */
final class IntBag {
    static final IntBag EMPTY = new IntBag();

    private int[] values = new int[4];
    private int size;

    int size() {
        return size;
    }

    int get(int index) {
        return values[index];
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    /** The last one takes the place of what is removed. */
    void remove(int value) {
        int at = 0;
        while (values[at] != value) {
            at++;
        }
        values[at] = values[--size];
    }

    /** @param at where each value lies, kept up to date; -1 for those that are not here */
    void add(int value, int[] at) {
        at[value] = size;
        add(value);
    }

    void remove(int value, int[] at) {
        int hole = at[value];
        values[hole] = values[--size];
        at[values[hole]] = hole;
        at[value] = -1;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
