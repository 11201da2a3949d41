package io.chunfeng;

import io.chunfeng.command.CommandLine;
import java.util.Set;

/** Starts the command line for its own words, and the application otherwise. No Spring class is loaded for the first. */
public final class Chunfeng {
    private static final Set<String> COMMANDS = Set.of("plan", "check", "matrix", "help", "--help", "-h");

    private Chunfeng() {}

    public static void main(String[] args) {
        if (args.length > 0 && COMMANDS.contains(args[0])) {
            System.exit(CommandLine.run(args));
        }
        ChunfengApplication.start(args);
    }
}
