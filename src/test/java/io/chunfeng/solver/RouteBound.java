package io.chunfeng.solver;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import io.chunfeng.plan.PlanningProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What every plan that serves everybody costs at least where all groups ride undivided to the place where all coaches are
 * at home: column generation over {@link RoutePricing}'s routes (Christofides, Mingozzi and Toth 1981; for mixed fleets
 * Choi and Tcha 2007).
 *
 * <p>Proof. Every trip is a route of its kind of coach: its cost is at least dispatch, one day of one driver and kilometres,
 * and it has no more people than seats beside one driver. For any duals π of the groups and σ ≤ 0 of the kinds, a plan costs
 * at least Σ π + Σ over kinds of most trips · σ + most trips of all · min(0, least reduced cost of any route). Every round
 * proves a bound, and the best one counts, so that it may end at any time. A coach whose shortest trip fits so many times
 * into the time for which it is available makes no more trips. Time windows, ride times and other rules are left out.
 */
final class RouteBound {
    private static final double TOLERANCE = 1e-9;
    private static final double UNIT_FEN = 100;
    private static final double LEAST_GAP = 1e-6;

    private final Instance in;
    private final RoutePricing pricing;
    private final MPSolver solver;
    private final MPConstraint[] groupRows;
    private final MPConstraint[] kindRows;
    private final double[] mostTrips;

    private RouteBound(Instance in) {
        Loader.loadNativeLibraries();
        this.in = in;
        pricing = new RoutePricing(in);
        solver = MPSolver.createSolver("GLOP");
        solver.objective().setMinimization();
        groupRows = new MPConstraint[in.groups.size()];
        for (int g = 0; g < groupRows.length; g++) {
            groupRows[g] = solver.makeConstraint(1, Double.POSITIVE_INFINITY);
            MPVariable unserved = solver.makeNumVar(0, 1, "");
            groupRows[g].setCoefficient(unserved, 1);
            solver.objective().setCoefficient(unserved, unservedFen() / UNIT_FEN);
        }
        kindRows = new MPConstraint[in.pools.size()];
        mostTrips = new double[in.pools.size()];
        for (PoolFact pool : in.pools) {
            mostTrips[pool.index] = mostTrips(pool);
            kindRows[pool.index] = solver.makeConstraint(Double.NEGATIVE_INFINITY, mostTrips[pool.index]);
        }
    }

    /** More than any coach for it alone, so that nobody stays in the optimum of the program. */
    private double unservedFen() {
        double most = 0;
        for (PoolFact pool : in.pools) {
            for (int[] row : in.metres) {
                for (int metres : row) {
                    most = Math.max(
                            most,
                            pool.pool.dispatchFen()
                                    + pool.pool.fenPerDriverDay()
                                    + 2e-3 * metres * (pool.pool.fenPerLoadedKm() + pool.pool.fenPerEmptyKm()));
                }
            }
        }
        return most + 1;
    }

    /** Whether all groups ride undivided to where all coaches are at home. */
    static boolean applies(PlanningProblem problem) {
        return !problem.groups().isEmpty()
                && !problem.coachPools().isEmpty()
                && problem.trainServices().isEmpty()
                && problem.flights().isEmpty()
                && problem.groups().stream()
                        .allMatch(group -> 2 * group.minPart() > group.headcount()
                                && !group.from().equals(group.to()))
                && problem.coachPools().stream()
                        .allMatch(pool -> problem.groups().stream()
                                .allMatch(group -> group.to().equals(pool.depot())));
    }

    /**
     * Fen; empty where it does not apply or nothing was proven in time.
     *
     * @param problem without anything pinned
     */
    static OptionalDouble of(PlanningProblem problem, Duration limit) {
        if (!applies(problem)) {
            return OptionalDouble.empty();
        }
        double fen = new RouteBound(new Instance(problem)).generate(System.nanoTime() + limit.toNanos());
        return fen > 0 ? OptionalDouble.of(Math.floor(fen - fen * TOLERANCE)) : OptionalDouble.empty();
    }

    /** So often could all coaches of the pool at most go, and no trip is without a group. */
    private double mostTrips(PoolFact pool) {
        int[][] least = ShortestWays.of(in.seconds);
        long shortest = Long.MAX_VALUE;
        for (GroupFact group : in.groups) {
            shortest = Math.min(
                    shortest,
                    (long) least[pool.depot][group.from] + least[group.from][pool.depot] + 2L * in.rules.stopSeconds());
        }
        long available = pool.availableUntil - pool.availableFrom;
        double each = shortest > 0 ? Math.floor((double) available / shortest) : in.groups.size();
        return Math.min(in.groups.size(), each * pool.pool.count());
    }

    private double generate(long until) {
        double best = 0;
        while (System.nanoTime() < until && solve()) {
            double[] duals = new double[groupRows.length];
            double proven = 0;
            for (int g = 0; g < duals.length; g++) {
                duals[g] = groupRows[g].dualValue() * UNIT_FEN;
                proven += duals[g];
            }
            double reduced = 0;
            List<RoutePricing.Route> found = new ArrayList<>();
            for (PoolFact pool : in.pools) {
                double dual = Math.min(0, kindRows[pool.index].dualValue() * UNIT_FEN);
                proven += dual * mostTrips[pool.index];
                reduced = Math.min(reduced, pricing.best(pool, duals, dual, found));
            }
            best = Math.max(best, proven + reduced * in.groups.size());
            found.forEach(this::add);
            if (reduced * in.groups.size() > -LEAST_GAP * best || found.isEmpty()) {
                return best;
            }
        }
        return best;
    }

    private boolean solve() {
        if (solver.solve() == MPSolver.ResultStatus.OPTIMAL) {
            return true;
        }
        solver.reset();
        return solver.solve() == MPSolver.ResultStatus.OPTIMAL;
    }

    private void add(RoutePricing.Route route) {
        MPVariable trips = solver.makeNumVar(0, Double.POSITIVE_INFINITY, "");
        solver.objective().setCoefficient(trips, route.fen() / UNIT_FEN);
        kindRows[route.pool().index].setCoefficient(trips, 1);
        int[] visits = new int[groupRows.length];
        for (int group : route.groups()) {
            visits[group]++;
        }
        for (int g = 0; g < visits.length; g++) {
            if (visits[g] > 0) {
                groupRows[g].setCoefficient(trips, visits[g]);
            }
        }
    }
}
