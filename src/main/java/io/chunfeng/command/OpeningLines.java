package io.chunfeng.command;

import io.chunfeng.road.Opening;
import io.chunfeng.road.OpeningNetwork;
import io.chunfeng.road.OpeningStage;
import io.chunfeng.road.RoadNetwork;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Waits for a map, and tells after a second of waiting how far it is: at every new stage, and every ten seconds. */
public final class OpeningLines {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration BETWEEN = Duration.ofSeconds(10);

    private OpeningLines() {}

    /** @throws io.chunfeng.road.MapFormatException when the map cannot be read */
    public static RoadNetwork await(OpeningNetwork opening, PrintStream err) {
        OpeningStage told = null;
        Duration at = Duration.ZERO;
        try {
            while (!opening.await(LOOK)) {
                Opening now = opening.opening();
                if (now.stage() != told || now.elapsed().minus(at).compareTo(BETWEEN) >= 0) {
                    err.println(line(now));
                    told = now.stage();
                    at = now.elapsed();
                }
            }
            return opening;
        } catch (InterruptedException e) {
            opening.close();
            throw new IllegalStateException("interrupted while the map was opened", e);
        }
    }

    static String line(Opening now) {
        String far = now.percent() >= 0
                ? " " + now.percent() + " %"
                : now.done() > 0 ? String.format(Locale.ROOT, " (%,d)", now.done()) : "";
        return String.format(Locale.ROOT, "%7.1f s  map: ", now.elapsed().toMillis() / 1000.0)
                + words(now.stage())
                + far;
    }

    private static String words(OpeningStage stage) {
        return switch (stage) {
            case CHECKING -> "checking the files";
            case READING -> "reading roads";
            case SORTING -> "sorting roads";
            case INDEXING -> "making the index of roads";
            case PREPARING -> "preparing the graph";
            case SAVING -> "saving";
            case LOADING -> "loading";
        };
    }
}
