package io.chunfeng.demo;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Shares out groups so that the people in each share add up exactly. */
final class ExactPartition {
    private static final int MAX_STEPS = 10_000;

    private final int[] sizes;
    private final int[] left;
    private final int[] shareOf;

    private ExactPartition(int[] sizes, int[] targets) {
        this.sizes = sizes;
        this.left = targets.clone();
        this.shareOf = new int[sizes.length];
    }

    /**
     * @param sizes people of each group
     * @param targets people of each share; the sum is that of the sizes
     * @return the share of each group
     */
    static int[] of(int[] sizes, int[] targets, Random random) {
        if (Arrays.stream(sizes).sum() != Arrays.stream(targets).sum()) {
            throw new IllegalArgumentException("sizes and targets differ in their sum");
        }
        ExactPartition partition = new ExactPartition(sizes, targets);
        partition.fill(random);
        for (int step = 0; !partition.exact(); step++) {
            if (step == MAX_STEPS) {
                throw new IllegalStateException("the groups cannot be shared out exactly");
            }
            partition.repair(random);
        }
        return partition.shareOf;
    }

    /** One group after the other, each into a share drawn by the room left there. */
    private void fill(Random random) {
        for (int i = 0; i < sizes.length; i++) {
            int group = i;
            int[] room = Arrays.stream(left).map(l -> l >= sizes[group] ? l : 0).toArray();
            put(group, Arrays.stream(room).sum() == 0 ? emptiest() : Draw.index(room, random));
        }
    }

    private void put(int group, int share) {
        shareOf[group] = share;
        left[share] -= sizes[group];
    }

    private boolean exact() {
        return Arrays.stream(left).allMatch(l -> l == 0);
    }

    private int emptiest() {
        return IntStream.range(1, left.length).reduce(0, (a, b) -> left[b] > left[a] ? b : a);
    }

    private int fullest() {
        return IntStream.range(1, left.length).reduce(0, (a, b) -> left[b] < left[a] ? b : a);
    }

    /**
     * Moves a group from the fullest share to the emptiest, or swaps two, so that both come closer to their targets.
     * Where nothing does, a group is moved at random to get out of the dead end.
     */
    private void repair(Random random) {
        int full = fullest();
        int empty = emptiest();
        int wanted = Math.min(-left[full], left[empty]);
        int best = 0;
        int give = anyIn(full, random);
        int take = -1;
        for (int g = 0; g < sizes.length; g++) {
            for (int h = -1; h < sizes.length && shareOf[g] == full; h++) {
                int gain = sizes[g] - (h < 0 ? 0 : sizes[h]);
                if ((h < 0 || shareOf[h] == empty) && gain > best && gain <= wanted) {
                    best = gain;
                    give = g;
                    take = h;
                }
            }
        }
        move(give, best > 0 ? empty : random.nextInt(left.length));
        if (take >= 0) {
            move(take, full);
        }
    }

    private int anyIn(int share, Random random) {
        int[] groups = IntStream.range(0, sizes.length)
                .filter(g -> shareOf[g] == share)
                .toArray();
        return groups[random.nextInt(groups.length)];
    }

    private void move(int group, int share) {
        left[shareOf[group]] += sizes[group];
        put(group, share);
    }
}
