package io.chunfeng;

import io.chunfeng.command.CommandLine;
import io.chunfeng.road.MapSource;
import io.chunfeng.road.RoadNetworks;
import io.chunfeng.solver.SolverPlanner;
import java.nio.file.Path;
import java.time.Clock;

/** Starts the command line for its own words, and the application otherwise. No Spring class is loaded for the first. */
public final class Chunfeng {
    /** Prepared graphs of the command line: the same as the application's with its default data folder. */
    private static final Path GRAPHS = Path.of(".chunfeng", "graphs");

    private Chunfeng() {}

    public static void main(String[] args) {
        if (args.length > 0 && CommandLine.COMMANDS.contains(args[0])) {
            System.exit(CommandLine.run(
                    args,
                    System.out,
                    System.err,
                    new SolverPlanner(Clock.systemUTC()),
                    (folder, map) -> RoadNetworks.open(MapSource.find(folder, map), GRAPHS)));
        }
        ChunfengApplication.start(args);
    }
}
