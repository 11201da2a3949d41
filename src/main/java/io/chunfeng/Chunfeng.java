package io.chunfeng;

import io.chunfeng.command.CommandLine;
import io.chunfeng.road.MapSource;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.road.RoadNetworks;
import io.chunfeng.solver.SolverPlanner;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.SpringApplication;

/** Where the program begins: a command ({@code plan}, {@code check}, {@code matrix}, {@code help}), else the web application. */
public final class Chunfeng {
    private Chunfeng() {}

    public static void main(String[] args) {
        speakUtf8();
        if (isCommand(args)) {
            System.exit(CommandLine.run(
                    args, System.out, System.err, new SolverPlanner(Clock.systemUTC()), Chunfeng::openMap));
        }
        SpringApplication.run(ChunfengApplication.class, args);
    }

    /** Settings begin with two hyphens; any other word, misspelt or not, is for the command line. */
    static boolean isCommand(String[] args) {
        return args.length > 0 && (CommandLine.COMMANDS.contains(args[0]) || !args[0].startsWith("--"));
    }

    /** Prepared graphs lie where the web application keeps its own when both are used in the project's folder. */
    private static RoadNetwork openMap(Path mapsFolder, Path map) {
        Path dataFolder = mapsFolder.toAbsolutePath().resolveSibling(Settings.DATA_FOLDER);
        return RoadNetworks.open(MapSource.find(mapsFolder, map), Settings.graphsIn(dataFolder));
    }

    /** Java 17 would write ? for every Chinese character where no locale is set, as in containers and under init systems. */
    private static void speakUtf8() {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        }
    }
}
