package io.chunfeng;

import io.chunfeng.command.CommandLine;
import io.chunfeng.command.OpeningLines;
import io.chunfeng.road.GraphStorage;
import io.chunfeng.road.MapSource;
import io.chunfeng.road.OpeningListener;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.road.RoadNetworks;
import io.chunfeng.solver.SolverAlternatives;
import io.chunfeng.solver.SolverPlanner;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/** Starts the command line for its own words, and the application otherwise. No Spring class is loaded for the first. */
public final class Chunfeng {
    /** Prepared graphs of the command line: the same as the application's with its default data folder. */
    private static final Path GRAPHS = Path.of(".chunfeng", "graphs");

    private Chunfeng() {}

    public static void main(String[] args) {
        speakUtf8();
        if (isCommand(args)) {
            System.exit(CommandLine.run(
                    args,
                    System.out,
                    System.err,
                    new SolverPlanner(Clock.systemUTC()),
                    new SolverAlternatives(),
                    Chunfeng::openMap));
        }
        ChunfengApplication.start(args);
    }

    private static RoadNetwork openMap(Path folder, Path map) {
        GraphStorage storage = GraphStorage.of(System.getenv().getOrDefault("CHUNFENG_GRAPH_STORAGE", ""));
        return OpeningLines.await(
                RoadNetworks.openInBackground(MapSource.find(folder, map), GRAPHS, storage, OpeningListener.NONE),
                System.err);
    }

    /** Settings begin with two hyphens; any other first word, misspelt or not, is for the command line. */
    static boolean isCommand(String[] args) {
        return args.length > 0 && (CommandLine.COMMANDS.contains(args[0]) || !args[0].startsWith("--"));
    }

    /** Java 17 would print Chinese as question marks where no locale is set, as in containers and under init systems. */
    private static void speakUtf8() {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        }
    }
}
