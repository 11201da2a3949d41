package io.chunfeng.command;

import io.chunfeng.plan.Planner;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Prints improvements, at most one a second. */
final class ProgressLines implements Consumer<Planner.Progress> {
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final PrintStream err;
    private Duration last;

    ProgressLines(PrintStream err) {
        this.err = err;
    }

    @Override
    public synchronized void accept(Planner.Progress progress) {
        if (last != null && progress.elapsed().minus(last).compareTo(BETWEEN) < 0) {
            return;
        }
        last = progress.elapsed();
        err.println(String.format(Locale.ROOT, "%7.1f s  ", progress.elapsed().toMillis() / 1000.0)
                + Scores.line(progress.plan()));
    }
}
