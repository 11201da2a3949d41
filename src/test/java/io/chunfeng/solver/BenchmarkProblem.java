package io.chunfeng.solver;

import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.format.ProblemReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Problems by name: made up from a seed that is part of the name, or files of ../shared/data/benchmarks. */
final class BenchmarkProblem {
    private static final Path FOLDER = Path.of("../shared/data/benchmarks");
    private static final Pattern WEEKEND = Pattern.compile("weekend-(\\d+)-seed(\\d+)");
    private static final Pattern PEAK = Pattern.compile("peak-(day|week)-seed(\\d+)");

    private BenchmarkProblem() {}

    /** @throws IllegalArgumentException for a name that is neither of a file nor of a made-up problem */
    static PlanningProblem named(String name) {
        Matcher weekend = WEEKEND.matcher(name);
        Matcher peak = PEAK.matcher(name);
        if (weekend.matches()) {
            return WeekendProblems.weekend(Integer.parseInt(weekend.group(1)), Long.parseLong(weekend.group(2)));
        }
        if (peak.matches()) {
            long seed = Long.parseLong(peak.group(2));
            return peak.group(1).equals("day") ? WeekendProblems.peakDay(seed) : WeekendProblems.peakWeek(seed);
        }
        if (!Files.exists(file(name))) {
            throw new IllegalArgumentException("no problem " + name
                    + ": weekend-GROUPS-seedN, peak-day-seedN, peak-week-seedN or a file of " + FOLDER);
        }
        return ProblemReader.read(file(name));
    }

    /** Names of a set; those of files only where the files are. */
    static List<String> set(String set, long seed) {
        List<String> names = new ArrayList<>();
        switch (set) {
            case "hfvrp" ->
                names.addAll(
                        List.of("Taillard_03-FSMFD", "Taillard_13-FSMFD", "Taillard_17-FSMFD", "Taillard_15-HVRPFD"));
            case "weekend" ->
                names.addAll(List.of(
                        "shanxi-40-seed1",
                        "shanxi-40-seed2",
                        "shanxi-150-seed3",
                        "weekend-40-seed" + seed,
                        "weekend-150-seed" + seed,
                        "weekend-500-seed" + seed));
            case "large" -> names.addAll(List.of("peak-day-seed" + seed, "weekend-6000-seed" + seed));
            case "nation" -> names.add("peak-week-seed" + seed);
            default -> throw new IllegalArgumentException("no set " + set + ": hfvrp, weekend, large, nation");
        }
        names.removeIf(name -> (name.startsWith("shanxi") || name.startsWith("Taillard")) && !Files.exists(file(name)));
        return names;
    }

    private static Path file(String name) {
        return FOLDER.resolve(name + ".json");
    }
}
