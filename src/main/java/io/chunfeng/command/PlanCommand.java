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
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code plan}: everything that can be wrong is told before the planning begins. */
final class PlanCommand {
    private static final long USUAL_SECONDS = 60;

    private PlanCommand() {}

    static int run(List<String> args, PrintStream out, PrintStream err, Planner planner, MapOpener maps)
            throws IOException {
        Set<String> options = new HashSet<>(Roads.OPTIONS);
        options.addAll(PlanningArguments.OPTIONS);
        options.add("--out");
        Arguments arguments = Arguments.parse(args, List.of("PROBLEM.json"), options);
        PlanningArguments planning = PlanningArguments.of(arguments, USUAL_SECONDS);
        Path file = arguments.file(0);
        Path target = OutputFile.checked(arguments.requiredPath("--out"), file);
        PlanningProblem problem = ProblemReader.read(file);
        Roads.Routed routed;
        try {
            routed = Roads.routed(
                    problem, String.valueOf(file.getFileName()), NeededDrives::matrix, arguments, maps, err);
        } catch (Roads.OffMap e) {
            e.lines().forEach(err::println);
            return CommandLine.BAD_INPUT;
        }
        try (Interruption interruption = new Interruption()) {
            Plan plan = plan(routed.problem(), planning.on(routed.mapSha256()), planner, interruption, err);
            if (plan == null) {
                return CommandLine.FAILED;
            }
            PlanWriter.write(plan, target);
            out.println("written: " + target + ", " + Scores.line(plan));
            return CommandLine.DONE;
        }
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
