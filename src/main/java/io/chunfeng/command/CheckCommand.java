package io.chunfeng.command;

import io.chunfeng.plan.NamedDrives;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Violation;
import io.chunfeng.plan.format.FormatException;
import io.chunfeng.plan.format.PlanReader;
import io.chunfeng.plan.format.ProblemReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** {@code check}: never uses solver code. */
final class CheckCommand {
    private CheckCommand() {}

    static int run(List<String> args, PrintStream out, PrintStream err, MapOpener maps) {
        Arguments arguments = Arguments.parse(args, List.of("PROBLEM.json", "PLAN.json"), Roads.OPTIONS);
        PlanningProblem problem = read(arguments.file(0), ProblemReader::read, err);
        Plan plan = read(arguments.file(1), PlanReader::read, err);
        if (problem == null || plan == null) {
            return CommandLine.BAD_INPUT;
        }
        Roads.Routed routed;
        try {
            routed = Roads.routed(
                    problem,
                    String.valueOf(arguments.file(0).getFileName()),
                    (p, roads) -> roads.matrix(p.places(), NamedDrives.of(p, plan)),
                    arguments,
                    maps,
                    err);
        } catch (Roads.OffMap e) {
            e.lines().forEach(err::println);
            return CommandLine.BAD_INPUT;
        }
        if (plan.mapSha256() != null
                && routed.mapSha256() != null
                && !plan.mapSha256().equals(routed.mapSha256())) {
            err.println(
                    "the plan was made on another map (SHA-256 " + plan.mapSha256() + "); its distances may differ");
        }
        List<Violation> violations = PlanChecker.check(routed.problem(), plan);
        for (Violation violation : violations) {
            out.println(violation.rule() + " " + violation.where() + ": " + violation.message());
        }
        if (!violations.isEmpty()) {
            return CommandLine.VIOLATIONS;
        }
        out.println("valid: " + Scores.line(plan));
        return CommandLine.DONE;
    }

    /** Both files are read before giving up, so that everything wrong with either is told. */
    static <T> T read(Path file, Function<Path, T> reader, PrintStream err) {
        try {
            return reader.apply(file);
        } catch (FormatException e) {
            e.lines().forEach(err::println);
            return null;
        }
    }
}
