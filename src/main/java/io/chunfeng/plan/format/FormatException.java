package io.chunfeng.plan.format;

import java.util.List;
import java.util.stream.Collectors;

/** A file is not what it should be. Carries every problem found, not only the first. */
public class FormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final transient List<FormatProblem> problems;

    FormatException(String name, List<FormatProblem> problems) {
        super(lines(name, problems).collect(Collectors.joining("\n")));
        this.name = name;
        this.problems = List.copyOf(problems);
    }

    public List<FormatProblem> problems() {
        return problems;
    }

    /** One line for each problem: file name, JSON path, message. */
    public List<String> lines() {
        return lines(name, problems).toList();
    }

    private static java.util.stream.Stream<String> lines(String name, List<FormatProblem> problems) {
        return problems.stream().map(problem -> name + ": " + problem);
    }
}
