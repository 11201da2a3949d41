package io.chunfeng.command;

import io.chunfeng.plan.Planner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** What {@code plan} and {@code replan} are told about the search. */
record PlanningArguments(Path config, Duration limit, long steps, int threads, long seed) {
    static final Set<String> OPTIONS =
            Set.of("--config", "--seconds", "--steps", "--threads", "--seed", "--solver-configs");
    private static final long MOST_SECONDS = 7 * 86_400L;
    private static final int MOST_THREADS = 64;

    /** @throws UsageException for a value that cannot be, and for a configuration that does not exist */
    static PlanningArguments of(Arguments arguments, long usualSeconds) {
        return new PlanningArguments(
                config(arguments),
                Duration.ofSeconds(arguments.whole("--seconds", usualSeconds, 1, MOST_SECONDS)),
                arguments.whole("--steps", Planner.Options.UNLIMITED, 1, Long.MAX_VALUE),
                (int) arguments.whole("--threads", Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS),
                arguments.whole("--seed", 1, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    /** @param mapSha256 null when the problem brought its matrix */
    Planner.Options on(String mapSha256) {
        return new Planner.Options(config, limit, steps, threads, seed, mapSha256, null);
    }

    private static Path config(Arguments arguments) {
        Path named = arguments.path("--config", "standard.xml");
        if (arguments.options().containsKey("--config") && Files.isRegularFile(named)) {
            return named;
        }
        Path folder = Folders.find("solver-configs", arguments.path("--solver-configs", null));
        if (Files.isRegularFile(folder.resolve(named))) {
            return folder.resolve(named);
        }
        throw new UsageException("there is no solver configuration " + named + ", neither here nor in " + folder);
    }
}
