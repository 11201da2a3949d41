package io.chunfeng.solver;

import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.format.ProblemReader;
import io.chunfeng.solver.RoutingProblems.Variant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Problems by name: made up from a seed that is part of the name, files of ../shared/data/benchmarks, or another variant of
 * a file's vehicle routing problem.
 */
final class BenchmarkProblem {
    private static final Path FOLDER = Path.of("../shared/data/benchmarks");
    private static final Pattern WEEKEND = Pattern.compile("weekend-(\\d+)-seed(\\d+)");
    private static final Pattern PEAK = Pattern.compile("peak-(day|week)-seed(\\d+)");
    private static final Pattern ROUTING = Pattern.compile("hfvrp-(\\d+)-(\\w+)-seed(\\d+)");
    private static final Pattern PUBLISHED = Pattern.compile("(Taillard_\\d+)-(\\w+?)(?:-once)?");

    /** Which variant of a published problem lies in the folder. */
    private static final Map<String, String> FILES = Map.of(
            "Taillard_03", "FSMFD",
            "Taillard_13", "FSMFD",
            "Taillard_15", "HVRPFD",
            "Taillard_17", "FSMFD");

    /** Vehicles available in the variants with a limit, after Taillard (1999). */
    private static final Map<String, Map<String, Integer>> COUNTS = Map.of(
            "Taillard_13", Map.of("type1", 4, "type2", 2, "type3", 4, "type4", 4, "type5", 2, "type6", 1),
            "Taillard_17", Map.of("type1", 4, "type2", 4, "type3", 2, "type4", 1));

    private BenchmarkProblem() {}

    /** @throws IllegalArgumentException for a name that is neither of a file nor of a made-up problem */
    static PlanningProblem named(String name) {
        Matcher weekend = WEEKEND.matcher(name);
        if (weekend.matches()) {
            return WeekendProblems.weekend(Integer.parseInt(weekend.group(1)), Long.parseLong(weekend.group(2)));
        }
        Matcher peak = PEAK.matcher(name);
        if (peak.matches()) {
            long seed = Long.parseLong(peak.group(2));
            return peak.group(1).equals("day") ? WeekendProblems.peakDay(seed) : WeekendProblems.peakWeek(seed);
        }
        Matcher routing = ROUTING.matcher(name);
        if (routing.matches()) {
            return RoutingProblems.random(
                    Variant.valueOf(routing.group(2)),
                    Integer.parseInt(routing.group(1)),
                    Long.parseLong(routing.group(3)));
        }
        Matcher published = PUBLISHED.matcher(name);
        String base = published.matches() ? published.group(1) : "";
        String kept = base + "-" + FILES.get(base);
        if (!Files.exists(file(name)) && FILES.containsKey(base) && !kept.equals(name)) {
            return RoutingProblems.variant(
                    named(kept), name, Variant.valueOf(published.group(2)), COUNTS.getOrDefault(base, Map.of()));
        }
        if (!Files.exists(file(name))) {
            throw new IllegalArgumentException("no problem " + name
                    + ": weekend-GROUPS-seedN, peak-day-seedN, peak-week-seedN, hfvrp-CUSTOMERS-VARIANT-seedN or a file of "
                    + FOLDER);
        }
        return ProblemReader.read(file(name));
    }

    /**
     * Names of a set; those of files only where the files are. A name of a problem is a set of its own.
     *
     * @throws IllegalArgumentException for what is neither
     */
    static List<String> set(String set, long seed) {
        List<String> names = switch (set) {
            case "hfvrp" -> hfvrp(seed);
            case "weekend" ->
                List.of(
                        "shanxi-40-seed1",
                        "shanxi-40-seed2",
                        "shanxi-150-seed3",
                        "weekend-40-seed" + seed,
                        "weekend-150-seed" + seed,
                        "weekend-500-seed" + seed);
            case "large" -> List.of("peak-day-seed" + seed, "weekend-6000-seed" + seed);
            case "nation" -> List.of("peak-week-seed" + seed);
            default -> List.of(set);
        };
        return names.size() == 1 || Files.isDirectory(FOLDER)
                ? names
                : names.stream().filter(name -> !ofFile(name)).toList();
    }

    private static List<String> hfvrp(long seed) {
        List<String> names = new ArrayList<>(KnownValues.read().all().stream()
                .map(KnownValues.Value::problem)
                .filter(name -> PUBLISHED.matcher(name).matches())
                .toList());
        for (int customers : new int[] {20, 50, 100}) {
            for (Variant variant : List.of(Variant.FSMFD, Variant.FSMF, Variant.HVRPFD)) {
                names.add("hfvrp-" + customers + "-" + variant + "-seed" + seed);
            }
        }
        return names;
    }

    private static boolean ofFile(String name) {
        return name.startsWith("shanxi") || PUBLISHED.matcher(name).matches();
    }

    private static Path file(String name) {
        return FOLDER.resolve(name + ".json");
    }
}
