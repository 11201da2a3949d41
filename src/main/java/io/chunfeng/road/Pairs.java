package io.chunfeng.road;

import java.util.BitSet;

/**
 * Which ways of a list of places are wanted: row = from, column = to. Ways that are not wanted are neither computed nor kept.
 *
 * @param rows one set of columns for each row; not changed by anybody once handed over
 */
public record Pairs(BitSet[] rows) {

    public static Pairs all(int places) {
        Pairs pairs = none(places);
        for (BitSet row : pairs.rows) {
            row.set(0, places);
        }
        return pairs;
    }

    /** To be filled by {@link #want}. */
    public static Pairs none(int places) {
        BitSet[] rows = new BitSet[places];
        for (int row = 0; row < places; row++) {
            rows[row] = new BitSet(places);
        }
        return new Pairs(rows);
    }

    public void want(int from, int to) {
        rows[from].set(to);
    }

    public boolean wanted(int from, int to) {
        return rows[from].get(to);
    }

    public int places() {
        return rows.length;
    }

    /** How many ways are wanted. */
    public long count() {
        long count = 0;
        for (BitSet row : rows) {
            count += row.cardinality();
        }
        return count;
    }
}
