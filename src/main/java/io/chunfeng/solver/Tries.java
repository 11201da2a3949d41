package io.chunfeng.solver;

/** How many coach trips may still be worked out: bounds a search by steps, so that it is the same on every machine. */
final class Tries {
    private long left;

    Tries(long most) {
        left = most;
    }

    /** Whether one more may be worked out; counts it. */
    boolean one() {
        if (left <= 0) {
            return false;
        }
        left--;
        return true;
    }

    /** Counts so many at once. */
    void take(long tries) {
        left -= tries;
    }

    long left() {
        return Math.max(0, left);
    }

    boolean spent() {
        return left <= 0;
    }
}
