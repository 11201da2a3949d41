package io.chunfeng.solver;

import io.chunfeng.desk.DraftDesk;
import io.chunfeng.desk.Operation;
import io.chunfeng.desk.RefusedOperationException;
import io.chunfeng.desk.Sheet;
import io.chunfeng.desk.Target;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.Planner;
import io.chunfeng.plan.PlanningProblem;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** How long dispatchers wait for the effect of a change by hand; explained in src/docs/drafts.md. */
public final class DeskBenchmark {
    private static final int WARM_UP = 60;
    private static final int EACH = 60;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private DeskBenchmark() {}

    /** @param arguments name of a problem (peak-day-seed1) */
    public static void main(String[] arguments) {
        String name = arguments.length > 0 ? arguments[0] : "peak-day-seed1";
        PlanningProblem problem = BenchmarkProblem.named(name);
        Plan plan = planned(problem);
        System.out.printf(
                Locale.ROOT,
                "%s: %d groups, %d people, %d coach trips, %d parts%n",
                name,
                problem.groups().size(),
                plan.kpis().persons(),
                plan.coachTrips().size(),
                plan.journeys().size());
        DraftDesk desk = DraftsInMemory.desk(problem, plan);
        RandomOperations operations = new RandomOperations(new Random(1));
        Sheet sheet = someLeftBehind(desk);
        measure(desk, sheet, operations, WARM_UP / RandomOperations.KINDS.size() + 1);
        System.out.printf(
                Locale.ROOT,
                "%-18s %8s %8s %8s %8s %8s   %8s %8s %8s%n",
                "ms",
                "previews",
                "refused",
                "median",
                "p95",
                "max",
                "cpu",
                "p95",
                "max");
        Times all = new Times();
        measure(desk, sheet, operations, EACH).forEach((kind, times) -> {
            all.millis.addAll(times.millis);
            all.cpuMillis.addAll(times.cpuMillis);
            all.refused += times.refused;
            print(kind, times);
        });
        print("all", all);
        Times checks = new Times();
        for (int n = 0; n < EACH; n++) {
            Clocks clocks = new Clocks();
            PlanChecker.check(problem, plan);
            clocks.into(checks);
        }
        print("checker alone", checks);
    }

    private static final class Times {
        private final List<Double> millis = new ArrayList<>();
        /** Of the one thread that works: what is left of it when other programs wait, too. */
        private final List<Double> cpuMillis = new ArrayList<>();

        private int refused;
    }

    private static final class Clocks {
        private final long start = System.nanoTime();
        private final long cpuStart = CPU.getCurrentThreadCpuTime();

        void into(Times times) {
            times.cpuMillis.add((CPU.getCurrentThreadCpuTime() - cpuStart) / 1e6);
            times.millis.add((System.nanoTime() - start) / 1e6);
        }
    }

    private static Map<String, Times> measure(DraftDesk desk, Sheet sheet, RandomOperations operations, int each) {
        Map<String, Times> byKind = new LinkedHashMap<>();
        for (Class<? extends Operation> kind : RandomOperations.KINDS) {
            for (int n = 0; n < each; n++) {
                Operation operation = operations.of(kind, sheet);
                if (operation == null) {
                    continue;
                }
                Times times = byKind.computeIfAbsent(label(operation), label -> new Times());
                Clocks clocks = new Clocks();
                try {
                    desk.preview(1, sheet.draft().version(), operation);
                    clocks.into(times);
                } catch (RefusedOperationException refused) {
                    times.refused++;
                }
            }
        }
        return byKind;
    }

    private static String label(Operation operation) {
        String name = operation.getClass().getSimpleName();
        Target target = operation instanceof Operation.Move move
                ? move.target()
                : operation instanceof Operation.Board board ? board.target() : null;
        return target == null ? name : name + " " + target.getClass().getSimpleName();
    }

    /** Somebody to board again and to find remedies for: the riders of every fortieth trip. */
    private static Sheet someLeftBehind(DraftDesk desk) {
        Sheet sheet = desk.sheet(1);
        List<Plan.CoachTrip> trips = sheet.plan().coachTrips();
        for (int t = 0; t < trips.size(); t += 40) {
            sheet = desk.apply(
                    1,
                    sheet.draft().version(),
                    new Operation.DropTrip(trips.get(t).id()),
                    "benchmark");
        }
        return desk.apply(
                1, sheet.draft().version(), new Operation.Pin(trips.get(1).id()), "benchmark");
    }

    private static Plan planned(PlanningProblem problem) {
        return new SolverPlanner(Clock.systemUTC())
                .plan(
                        problem,
                        new Planner.Options(
                                Path.of("solver-configs/standard.xml"), Duration.ofMinutes(5), 1, 1, 1, null, null),
                        progress -> {},
                        () -> false);
    }

    private static void print(String kind, Times times) {
        if (!times.millis.isEmpty()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-18s %8d %8d %s   %s%n",
                    kind,
                    times.millis.size(),
                    times.refused,
                    figures(times.millis),
                    figures(times.cpuMillis));
        }
    }

    private static String figures(List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%8.0f %8.0f %8.0f",
                sorted.get(sorted.size() / 2),
                sorted.get((int) (sorted.size() * 0.95)),
                sorted.get(sorted.size() - 1));
    }
}
