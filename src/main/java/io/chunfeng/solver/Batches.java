package io.chunfeng.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which blocks are searched at the same time: such that have no group, coach, train or flight in common. */
final class Batches {
    private final List<Block> blocks;
    private final boolean[][] apart;
    private final List<Integer> left = new ArrayList<>();

    private Batches(List<Block> blocks) {
        this.blocks = blocks;
        apart = new boolean[blocks.size()][blocks.size()];
        for (int i = 0; i < blocks.size(); i++) {
            left.add(i);
            for (int j = 0; j < i; j++) {
                apart[i][j] = blocks.get(i).apartFrom(blocks.get(j));
                apart[j][i] = apart[i][j];
            }
        }
    }

    /**
     * Those that go with fewest others are put together first. Batches with most people who stay behind come first.
     *
     * @param most blocks in a batch
     */
    static List<List<Block>> of(List<Block> blocks, int most) {
        Batches batches = new Batches(blocks);
        List<List<Block>> all = new ArrayList<>();
        while (!batches.left.isEmpty()) {
            all.add(batches.next(most));
        }
        all.sort(Comparator.comparingInt(batch ->
                -batch.stream().mapToInt(Block::personsLeftBehind).max().orElse(0)));
        return all;
    }

    private List<Block> next(int most) {
        List<Integer> batch = new ArrayList<>();
        List<Integer> fitting = new ArrayList<>(left);
        while (batch.size() < most && !fitting.isEmpty()) {
            int loneliest = fitting.stream()
                    .min(Comparator.comparingLong(this::companions))
                    .orElseThrow();
            batch.add(loneliest);
            fitting.removeIf(other -> !apart[loneliest][other]);
        }
        left.removeAll(batch);
        return batch.stream().map(blocks::get).toList();
    }

    private long companions(int block) {
        return left.stream().filter(other -> apart[block][other]).count();
    }
}
