package io.chunfeng.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Seeded draws. */
final class Draw {
    private Draw() {}

    /** An index drawn in proportion to its weight; weights are not negative and not all zero. */
    static int index(int[] weights, Random random) {
        int ticket = random.nextInt(Arrays.stream(weights).sum());
        int index = 0;
        while (ticket >= weights[index]) {
            ticket -= weights[index++];
        }
        return index;
    }

    static <T> T one(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    static boolean chance(int percent, Random random) {
        return random.nextInt(100) < percent;
    }
}
