package io.chunfeng.solver;

import io.chunfeng.storage.TestDatabase;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * The scripted incident day at full size; explained in src/docs/day.md. Arguments: name of a problem, seconds for each
 * re-planning, threads, seconds for the first plan.
 */
final class IncidentBenchmark {
    private IncidentBenchmark() {}

    public static void main(String[] words) {
        List<String> given = List.of(String.join(" ", words).trim().split("\\s+"));
        String name = given.get(0).isEmpty() ? "peak-day-seed1" : given.get(0);
        int seconds = given.size() > 1 ? Integer.parseInt(given.get(1)) : 10;
        int threads = given.size() > 2
                ? Integer.parseInt(given.get(2))
                : Runtime.getRuntime().availableProcessors();
        int first = given.size() > 3 ? Integer.parseInt(given.get(3)) : 60;
        try (TestDatabase database = TestDatabase.migrated()) {
            IncidentDay.Outcome outcome = new IncidentDay(
                            database,
                            BenchmarkProblem.named(name),
                            new IncidentDay.Effort(
                                    Duration.ofSeconds(first),
                                    Long.MAX_VALUE,
                                    Duration.ofSeconds(seconds),
                                    Long.MAX_VALUE,
                                    threads),
                            4,
                            System.out::print)
                    .run();
            IncidentLedger ledger = outcome.ledger();
            IncidentTable table = new IncidentTable(ledger.persons().keySet(), outcome.ran(), outcome.end());
            List<String> differences = table.differences(ledger);
            differences.forEach(System.out::println);
            System.out.printf(
                    "%s: %d publications, %d violations, %d persons expected, %d no-shows, table %d, differences %d,"
                            + " persons changed %d, longest re-planning %d ms%n",
                    name,
                    outcome.publications(),
                    outcome.violations(),
                    ledger.expected(),
                    ledger.noShows(),
                    table.persons(),
                    differences.size(),
                    outcome.changed(),
                    outcome.replans().stream()
                            .max(Comparator.naturalOrder())
                            .orElseThrow()
                            .toMillis());
        }
        System.exit(0);
    }
}
