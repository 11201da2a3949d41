package io.chunfeng.storage;

import io.chunfeng.demand.Actor;
import io.chunfeng.demand.Party;
import io.chunfeng.demand.Scope;
import io.chunfeng.demo.DemoCampaign;
import io.chunfeng.intake.GroupImports;
import io.chunfeng.intake.Import;
import io.chunfeng.intake.ImportRepository;
import io.chunfeng.intake.TableLimits;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What 50,000 rows cost from file to register: {@code mvn -q test-compile exec:exec@intake}. Real code, embedded PostgreSQL. */
final class IntakeBenchmark {
    private static final int ROWS = 50_000;
    private static final Actor CLERK = new Actor("benchmark", Party.COUNTY, new Scope.Everything());

    private final GroupImports groups;
    private final ImportRepository imports;

    private IntakeBenchmark(TestDatabase database) {
        Clock clock = Clock.systemUTC();
        DemoCampaign demo = DemoCampaign.shanxi2024();
        database.demand().save(demo.campaign());
        database.places().save(demo.places());
        imports = database.imports(clock);
        groups = new GroupImports(
                imports,
                database.demand(),
                database.registrations(clock),
                database.places(),
                TableLimits.of(20, 100_000));
    }

    public static void main(String[] args) throws Exception {
        Path file = ManyRows.xlsx(Files.createTempFile("chunfeng-many-", ".xlsx"), ROWS);
        System.out.printf(
                Locale.ROOT,
                "heap %d MB, file %.1f MB, %,d rows%n",
                Runtime.getRuntime().maxMemory() >> 20,
                Files.size(file) / 1e6,
                ROWS);
        try (TestDatabase database = TestDatabase.migrated()) {
            new IntakeBenchmark(database).run(file);
        } finally {
            Files.delete(file);
        }
        System.exit(0);
    }

    private void run(Path file) {
        long id = imports.add("many.xlsx", file, "benchmark", null);
        long start = System.nanoTime();
        ScheduledExecutorService progress = Executors.newSingleThreadScheduledExecutor();
        progress.scheduleAtFixedRate(
                () -> System.out.printf(Locale.ROOT, "  %5.1f s  %,d rows%n", seconds(start), find(id).rowsRead()),
                2,
                5,
                TimeUnit.SECONDS);
        groups.takeUp(id, Duration.ZERO);
        progress.shutdownNow();
        System.out.printf(Locale.ROOT, "read and compared in %.1f s: %s%n", seconds(start), find(id).counts());
        long applying = System.nanoTime();
        groups.apply(id, Set.of(), "benchmark", CLERK);
        System.out.printf(Locale.ROOT, "applied in %.1f s, state %s%n", seconds(applying), find(id).state());

        long again = imports.add("many.xlsx", file, "benchmark", null);
        long second = System.nanoTime();
        groups.takeUp(again, Duration.ZERO);
        System.out.printf(
                Locale.ROOT,
                "the same file again in %.1f s: %s%n",
                seconds(second),
                find(again).counts());
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf(Locale.ROOT, "peak of the heap %d MB%n", peak >> 20);
    }

    private Import find(long id) {
        return imports.find(new Scope.Everything(), id).orElseThrow();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
