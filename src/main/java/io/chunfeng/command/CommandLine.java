package io.chunfeng.command;

import io.chunfeng.plan.Alternatives;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.format.FormatException;
import io.chunfeng.road.MapFormatException;
import io.chunfeng.road.MapTooLargeException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The commands {@code plan}, {@code replan}, {@code check}, {@code explain} and {@code matrix}: no database, no web server,
 * ready in about two seconds.
 */
public final class CommandLine {
    /** The first arguments that are for here and not for the web application. */
    public static final Set<String> COMMANDS =
            Set.of("plan", "replan", "check", "explain", "matrix", "help", "--help", "-h");

    static final int DONE = 0;
    static final int VIOLATIONS = 1;
    static final int BAD_INPUT = 2;
    static final int FAILED = 3;

    private static final String LOGBACK = "logback.configurationFile";

    private CommandLine() {}

    /**
     * Runs one command.
     *
     * @param args the command first
     * @param out results; logging and progress never go there
     * @param err progress and everything that is wrong
     * @return the exit code: 0 done, 1 {@code check} found violations, 2 bad input (nothing written), 3 failed otherwise
     */
    public static int run(
            String[] args,
            PrintStream out,
            PrintStream err,
            Planner planner,
            Alternatives alternatives,
            MapOpener maps) {
        if (System.getProperty(LOGBACK) == null) {
            System.setProperty(LOGBACK, "logback-command.xml");
        }
        String command = args.length == 0 ? "" : args[0];
        List<String> rest = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
        if (Set.of("help", "--help", "-h").contains(command) || rest.contains("--help")) {
            out.print(Help.TEXT);
            return DONE;
        }
        try {
            return switch (command) {
                case "plan" -> PlanCommand.run(rest, out, err, planner, maps);
                case "replan" -> ReplanCommand.run(rest, out, err, planner, maps);
                case "check" -> CheckCommand.run(rest, out, err, maps);
                case "explain" -> ExplainCommand.run(rest, out, err, alternatives, maps);
                case "matrix" -> MatrixCommand.run(rest, out, err, maps);
                case "" -> throw new UsageException("a command is missing");
                default -> throw new UsageException("unknown command " + command);
            };
        } catch (UsageException e) {
            err.println(e.getMessage());
            err.println("java -jar chunfeng.jar help shows how to use it");
            return BAD_INPUT;
        } catch (FormatException e) {
            e.lines().forEach(err::println);
            return BAD_INPUT;
        } catch (MapTooLargeException e) {
            err.println(e.getMessage());
            return FAILED;
        } catch (MapFormatException e) {
            err.println(e.getMessage());
            return BAD_INPUT;
        } catch (IOException e) {
            err.println("cannot be written: " + e);
            return FAILED;
        } catch (RuntimeException | OutOfMemoryError e) {
            err.println("failed, nothing has been written: " + e);
            if (e instanceof OutOfMemoryError) {
                err.println("start with a larger heap, for example java -Xmx8g -jar chunfeng.jar …");
            } else {
                e.printStackTrace(err);
            }
            return FAILED;
        }
    }
}
