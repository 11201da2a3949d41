package io.chunfeng.command;

import io.chunfeng.plan.NeededDrives;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Violation;
import io.chunfeng.plan.format.PlanWriter;
import io.chunfeng.plan.format.ProblemReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code plan}: everything that can be wrong is told before the planning begins. */
final class PlanCommand {
    static final long MOST_SECONDS = 7 * 86_400L;
    private static final Set<String> OPTIONS = Set.of("--out", "--config", "--seconds", "--seed", "--solver-configs");

    private PlanCommand() {}

    static int run(List<String> args, PrintStream out, PrintStream err, Planner planner, MapOpener maps)
            throws IOException {
        Set<String> options = new HashSet<>(Roads.OPTIONS);
        options.addAll(OPTIONS);
        Arguments arguments = Arguments.parse(args, List.of("PROBLEM.json"), options);
        long seconds = arguments.whole("--seconds", 60, 1, MOST_SECONDS);
        long seed = arguments.whole("--seed", 1, Long.MIN_VALUE, Long.MAX_VALUE);
        Path file = arguments.file(0);
        Path target = OutputFile.checked(arguments.requiredPath("--out"), file);
        Path config = config(arguments);
        PlanningProblem problem = ProblemReader.read(file);
        Roads.Routed routed;
        try {
            routed = Roads.routed(
                    problem, String.valueOf(file.getFileName()), NeededDrives::matrix, arguments, maps, err);
        } catch (Roads.OffMap e) {
            e.lines().forEach(err::println);
            return CommandLine.BAD_INPUT;
        }
        Planner.Options planning =
                new Planner.Options(config, Duration.ofSeconds(seconds), seed, routed.mapSha256(), null);
        try (Interruption interruption = new Interruption()) {
            Plan plan = plan(routed.problem(), planning, planner, interruption, err);
            if (plan == null) {
                return CommandLine.FAILED;
            }
            PlanWriter.write(plan, target);
            out.println("written: " + target + ", " + Scores.line(plan));
            return CommandLine.DONE;
        }
    }

    static Path config(Arguments arguments) {
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

    /** Null, with words on {@code err}, where the planner gave a plan that breaks rules. */
    static Plan plan(
            PlanningProblem problem,
            Planner.Options options,
            Planner planner,
            Interruption interruption,
            PrintStream err) {
        ProgressLines progress = new ProgressLines(err);
        Plan plan;
        try {
            plan = planner.plan(problem, options, progress, interruption::requested);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
        List<Violation> violations = PlanChecker.check(problem, plan);
        if (!violations.isEmpty()) {
            violations.forEach(
                    violation -> err.println(violation.rule() + " " + violation.where() + ": " + violation.message()));
            err.println(
                    "the planner gave a plan that breaks rules; nothing has been written. Please report this problem");
            return null;
        }
        return plan;
    }
}
