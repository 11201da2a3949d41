package io.chunfeng.command;

import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.format.MatrixWriter;
import io.chunfeng.plan.format.ProblemReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code matrix}: between all places of a problem, on the map, whether or not the problem has one. */
final class MatrixCommand {
    private MatrixCommand() {}

    static int run(List<String> args, PrintStream out, PrintStream err, MapOpener maps) throws IOException {
        Set<String> options = new HashSet<>(Roads.OPTIONS);
        options.add("--out");
        Arguments arguments = Arguments.parse(args, List.of("PROBLEM.json"), options);
        Path file = arguments.file(0);
        Path target = OutputFile.checked(arguments.requiredPath("--out"), file);
        PlanningProblem problem = ProblemReader.read(file);
        try {
            Roads.Routed routed = Roads.computed(
                    problem,
                    String.valueOf(file.getFileName()),
                    (p, roads) -> roads.matrix(p.places()),
                    arguments,
                    maps,
                    err);
            MatrixWriter.write(routed.problem().matrix(), target);
        } catch (Roads.OffMap e) {
            e.lines().forEach(err::println);
            return CommandLine.BAD_INPUT;
        }
        out.println("written: " + target + ", " + problem.places().size() + " places");
        return CommandLine.DONE;
    }
}
