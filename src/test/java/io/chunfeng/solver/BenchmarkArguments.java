package io.chunfeng.solver;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What to measure and how.
 *
 * @param sets names of sets or of single problems
 * @param limit for each problem
 * @param seed of the search and of the made-up problems of the sets
 * @param peer whether jsprit solves what it can express, too
 * @param bound whether a bound is proven, which takes up to three minutes a problem
 */
record BenchmarkArguments(
        List<String> sets, Duration limit, long seed, int threads, Path config, boolean peer, boolean bound) {
    private static final List<String> USUAL = List.of("hfvrp", "weekend");

    /** @throws IllegalArgumentException for an option that does not exist or lacks its value */
    static BenchmarkArguments of(String... words) {
        List<String> sets = new ArrayList<>();
        Duration limit = Duration.ofSeconds(60);
        long seed = 1;
        int threads = Runtime.getRuntime().availableProcessors();
        Path config = Path.of("solver-configs/standard.xml");
        boolean peer = true;
        boolean bound = true;
        List<String> left = new ArrayList<>(Arrays.stream(words)
                .flatMap(word -> Arrays.stream(word.split("[\\s,]+")))
                .filter(word -> !word.isEmpty())
                .toList());
        while (!left.isEmpty()) {
            String word = left.remove(0);
            switch (word) {
                case "--seconds" -> limit = Duration.ofSeconds(Long.parseLong(value(word, left)));
                case "--seed" -> seed = Long.parseLong(value(word, left));
                case "--threads" -> threads = Integer.parseInt(value(word, left));
                case "--config" -> config = Path.of(value(word, left));
                case "--no-peer" -> peer = false;
                case "--no-bound" -> bound = false;
                default -> {
                    if (word.startsWith("--")) {
                        throw new IllegalArgumentException("no option " + word
                                + ": --seconds, --seed, --threads, --config, --no-peer, --no-bound");
                    }
                    sets.add(word);
                }
            }
        }
        return new BenchmarkArguments(sets.isEmpty() ? USUAL : sets, limit, seed, threads, config, peer, bound);
    }

    private static String value(String option, List<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return left.remove(0);
    }
}
