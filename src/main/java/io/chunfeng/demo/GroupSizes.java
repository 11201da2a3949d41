package io.chunfeng.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Sizes of groups: of every ten, six of 5 to 20 people, three of 21 to 60 and one of 61 to 500. The last kind is
 * mostly just above 60 with a long tail, so that a group has about 30 people in the mean.
 */
final class GroupSizes {
    private enum Band {
        SMALL(5, 20),
        MIDDLE(21, 60),
        LARGE(61, 500);

        private final int min;
        private final int max;

        Band(int min, int max) {
            this.min = min;
            this.max = max;
        }

        int draw(Random random) {
            if (this == LARGE) {
                return (int) Math.min(max, min / Math.sqrt(1 - random.nextDouble()));
            }
            return min + random.nextInt(max - min + 1);
        }

        static Band of(int size) {
            return size <= SMALL.max ? SMALL : size <= MIDDLE.max ? MIDDLE : LARGE;
        }
    }

    private static final List<Band> TEN = List.of(
            Band.SMALL,
            Band.SMALL,
            Band.MIDDLE,
            Band.SMALL,
            Band.LARGE,
            Band.SMALL,
            Band.MIDDLE,
            Band.SMALL,
            Band.MIDDLE,
            Band.SMALL);

    private GroupSizes() {}

    /** Sizes that add up to so many people. The rest is spread over all groups one by one, each kept in its band. */
    static int[] addingUpTo(int people, Random random) {
        List<Integer> drawn = new ArrayList<>();
        int sum = 0;
        while (sum < people) {
            for (Band band : TEN) {
                int size = band.draw(random);
                drawn.add(size);
                sum += size;
            }
        }
        int[] sizes = drawn.stream().mapToInt(Integer::intValue).toArray();
        trim(sizes, sum - people);
        return sizes;
    }

    private static void trim(int[] sizes, int excess) {
        int left = excess;
        while (left > 0) {
            for (int i = 0; i < sizes.length && left > 0; i++) {
                if (sizes[i] > Band.of(sizes[i]).min) {
                    sizes[i]--;
                    left--;
                }
            }
        }
    }
}
