package io.chunfeng.solver;

import io.chunfeng.demand.Group;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of the benchmark's table. Costs in fen.
 *
 * @param reference what to compare with, where something is known
 * @param bound nobody can serve everybody for less; empty where nothing is proven
 * @param peer what jsprit made of it, where it can
 */
record BenchmarkRow(
        PlanningProblem problem,
        Plan plan,
        int violations,
        Duration time,
        long moves,
        Optional<KnownValues.Value> reference,
        Optional<Bounds.Proven> bound,
        Optional<JspritPeer.Result> peer) {

    private static final String FORMAT =
            "%-24s %6s %8s %6s %15s  %-13s %15s %7s %15s %-6s %7s %15s %7s %8s %5s %8s %9s%n";

    static String head() {
        return String.format(
                Locale.ROOT,
                FORMAT,
                "problem",
                "groups",
                "people",
                "trips",
                "cost yuan",
                "compared with",
                "yuan",
                "gap %",
                "bound yuan",
                "by",
                "above %",
                "jsprit yuan",
                "gap %",
                "unserved",
                "viol.",
                "seconds",
                "moves/s");
    }

    String line() {
        long costFen = plan.score().costFen();
        double seconds = time.toMillis() / 1e3;
        return String.format(
                Locale.ROOT,
                FORMAT,
                problem.id(),
                problem.groups().size(),
                problem.groups().stream().mapToInt(Group::headcount).sum(),
                plan.coachTrips().size(),
                yuan(costFen),
                reference
                        .map(value ->
                                value.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .orElse("-"),
                reference.map(value -> yuan(value.fen())).orElse("-"),
                reference.map(value -> percent(costFen, value.fen())).orElse("-"),
                bound.map(proven -> yuan(proven.boundFen())).orElse("-"),
                bound.map(Bounds.Proven::methodName).orElse("-"),
                bound.filter(proven -> plan.unserved().isEmpty())
                        .map(proven -> percent(costFen, proven.boundFen()))
                        .orElse("-"),
                peer.map(result -> yuan(result.costFen())
                                + (result.unservedGroups().isEmpty() ? "" : "!"))
                        .orElse("-"),
                peer.map(result -> percent(
                                result.costFen(),
                                reference.map(KnownValues.Value::fen).orElse(costFen)))
                        .orElse("-"),
                plan.unserved().stream().mapToInt(Plan.Unserved::headcount).sum(),
                violations,
                String.format(Locale.ROOT, "%.1f", seconds),
                Math.round(moves / Math.max(0.001, seconds)));
    }

    private static String yuan(double fen) {
        return String.format(Locale.ROOT, "%.2f", fen / 100);
    }

    /** By how much the cost is above the other. */
    private static String percent(double costFen, double otherFen) {
        return String.format(Locale.ROOT, "%.2f", 100 * (costFen / otherFen - 1));
    }

    /** Mean gap of all rows that have a best known value, ours and jsprit's. */
    static String means(List<BenchmarkRow> rows) {
        List<BenchmarkRow> compared = rows.stream()
                .filter(row -> row.peer.isPresent()
                        && row.reference
                                .filter(value -> value.kind() == KnownValues.Kind.BEST_KNOWN)
                                .isPresent())
                .toList();
        if (compared.isEmpty()) {
            return "";
        }
        double ours = compared.stream()
                .mapToDouble(row -> gap(row.plan.score().costFen(), row))
                .average()
                .orElseThrow();
        double theirs = compared.stream()
                .mapToDouble(row -> gap(row.peer.orElseThrow().costFen(), row))
                .average()
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "mean gap to the best known of %d problems: %.2f %%, jsprit %.2f %%%n",
                compared.size(),
                ours,
                theirs);
    }

    private static double gap(double costFen, BenchmarkRow row) {
        return 100 * (costFen / row.reference.orElseThrow().fen() - 1);
    }
}
