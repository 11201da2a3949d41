package io.chunfeng.solver;

/**
 * What is known of trips, by pool and riders. Of fixed size: a new entry takes the place of one that happens to lie
 * there. One instance a thread.
 */
final class TripMemory {
    /** Some 100 MB when every place is taken. */
    static final int LARGE = 1 << 17;

    static final int SMALL = 1 << 10;

    /**
     * @param leastFen the trip costs no less, whenever it leaves
     * @param settled whether the schedule has been worked out; otherwise only the least cost is known
     * @param schedule null where there is none
     */
    record Known(long key, long leastFen, boolean settled, TripSchedule schedule) {

        /** Whether this is all that one who pays less than the bound needs to know. */
        boolean answers(long boundFen) {
            return settled || leastFen >= boundFen;
        }
    }

    private final Known[] places;

    /** @param places a power of two */
    TripMemory(int places) {
        this.places = new Known[places];
    }

    static long key(PoolFact pool, long riders) {
        return LegTask.mix(riders + pool.index);
    }

    /** What is known, or null. */
    Known find(long key) {
        Known known = places[(int) key & places.length - 1];
        return known != null && known.key == key ? known : null;
    }

    Known keep(Known known) {
        places[(int) known.key & places.length - 1] = known;
        return known;
    }
}
