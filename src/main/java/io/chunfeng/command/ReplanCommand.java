package io.chunfeng.command;

import io.chunfeng.plan.ChangeLines;
import io.chunfeng.plan.Changes;
import io.chunfeng.plan.NeededDrives;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChanges;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Replanning;
import io.chunfeng.plan.Violation;
import io.chunfeng.plan.format.ChangesReader;
import io.chunfeng.plan.format.PlanReader;
import io.chunfeng.plan.format.PlanWriter;
import io.chunfeng.plan.format.ProblemReader;
import io.chunfeng.plan.format.ProblemWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code replan}: plans anew what was published, changes as little as possible and tells what changes. */
final class ReplanCommand {
    private static final long SECONDS = 10;
    private static final List<String> FILES = List.of("PROBLEM.json", "PLAN.json", "CHANGES.json");
    private static final Set<String> OPTIONS = Set.of("--out", "--problem-out", "--language");

    private ReplanCommand() {}

    static int run(List<String> args, PrintStream out, PrintStream err, Planner planner, MapOpener maps)
            throws IOException {
        Set<String> options = new HashSet<>(Roads.OPTIONS);
        options.addAll(PlanningArguments.OPTIONS);
        options.addAll(OPTIONS);
        Arguments arguments = Arguments.parse(args, FILES, options);
        PlanningArguments planning = PlanningArguments.of(arguments, SECONDS);
        String language = arguments.options().getOrDefault("--language", "zh");
        if (!Set.of("zh", "en").contains(language)) {
            throw new UsageException("--language is " + language + ", expected zh or en");
        }
        Path[] inputs = {arguments.file(0), arguments.file(1), arguments.file(2)};
        Path target = OutputFile.checked(arguments.requiredPath("--out"), inputs);
        Path problemTarget = arguments.path("--problem-out", null);
        if (problemTarget != null) {
            OutputFile.checked(problemTarget, inputs[0], inputs[1], inputs[2], target);
        }
        PlanningProblem problem = ProblemReader.read(inputs[0]);
        Plan published = PlanReader.read(inputs[1]);
        if (!published.problemId().equals(problem.id())) {
            throw new UsageException(
                    "the plan is one of the problem " + published.problemId() + ", not of " + problem.id());
        }
        if (problem.matrix() != null && !valid(problem, published, err)) {
            return CommandLine.BAD_INPUT;
        }
        Changes changes = ChangesReader.read(inputs[2], problem, published);
        Roads.Routed routed;
        try {
            routed = Roads.routed(
                    Replanning.problem(problem, published, changes),
                    String.valueOf(inputs[0].getFileName()),
                    NeededDrives::matrix,
                    arguments,
                    maps,
                    err);
        } catch (Roads.OffMap e) {
            e.lines().forEach(err::println);
            return CommandLine.BAD_INPUT;
        }
        PlanningProblem replanning = Replanning.onRoads(routed.problem());
        try (Interruption interruption = new Interruption()) {
            Plan plan = PlanCommand.plan(replanning, planning.on(routed.mapSha256()), planner, interruption, err);
            if (plan == null) {
                return CommandLine.FAILED;
            }
            if (problemTarget != null) {
                ProblemWriter.write(replanning, problemTarget);
            }
            PlanWriter.write(plan, target);
            ChangeLines.of(
                            PlanChanges.between(problem, published, replanning, plan),
                            replanning.places(),
                            language.equals("zh"))
                    .forEach(out::println);
            out.println("written: " + target + ", " + Scores.line(plan));
            return CommandLine.DONE;
        }
    }

    private static boolean valid(PlanningProblem problem, Plan published, PrintStream err) {
        List<Violation> violations = PlanChecker.check(problem, published);
        violations.forEach(
                violation -> err.println(violation.rule() + " " + violation.where() + ": " + violation.message()));
        return violations.isEmpty();
    }
}
