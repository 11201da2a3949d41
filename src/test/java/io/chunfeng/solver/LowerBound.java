package io.chunfeng.solver;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPVariable;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.solver.TripPricing.Counted;
import java.time.Duration;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * What every plan that serves everybody costs at least (src/docs/decisions/0101-lower-bound.md): column generation over
 * all coach trips, whole coaches, and branching on the numbers of coaches, carriages and bookings. True up to the tolerance
 * of a linear program in floating point, for which a millionth is taken off.
 */
final class LowerBound {
    private static final double TOLERANCE = 1e-6;
    private static final double WHOLE = 1e-5;

    /**
     * Fen, each proven.
     *
     * @param relaxationFen of the linear program alone
     * @param wholeCoachFen with whole coaches for every set of groups that was looked at
     * @param boundFen after branching
     * @param kindsOfTrip orders of stops, pools and hours of departure that no other one beats
     */
    record Bound(long relaxationFen, long wholeCoachFen, long boundFen, int nodes, int kindsOfTrip) {}

    private record Limit(double from, double to) {
        static final Limit NONE = new Limit(-BoundMaster.INFINITY, BoundMaster.INFINITY);
    }

    /** Limits of rows of counted trips and of variables, and what its parent costs. */
    private record Node(double fen, Map<Integer, Limit> rows, Map<MPVariable, Limit> variables) {
        Node with(double atLeastFen, MPVariable variable, Limit limit) {
            Map<MPVariable, Limit> more = new HashMap<>(variables);
            more.put(variable, limit);
            return new Node(atLeastFen, rows, more);
        }

        Node with(double atLeastFen, int row, Limit limit) {
            Map<Integer, Limit> more = new HashMap<>(rows);
            more.put(row, limit);
            return new Node(atLeastFen, more, variables);
        }
    }

    private final ColumnGeneration generation;
    private final BoundMaster master;
    private final Map<BitSet, Integer> branchRows = new HashMap<>();
    private final Map<MPVariable, Limit> whole = new HashMap<>();

    private LowerBound(Instance in, long until) {
        generation = new ColumnGeneration(in, until);
        master = generation.master;
        for (Map<ServiceFact, MPVariable> some : List.of(master.used, master.units)) {
            some.values().forEach(v -> whole.put(v, new Limit(v.lb(), v.ub())));
        }
    }

    /**
     * Empty where it is not computed: there are too many orders of stops to look at them all, or it takes too long.
     *
     * @param problem without anything pinned
     * @param mostNodes of the branching; none leaves it at whole coaches
     * @param limit about so long at most
     */
    static Optional<Bound> of(PlanningProblem problem, int mostNodes, Duration limit) {
        try {
            return new LowerBound(new Instance(problem), System.nanoTime() + limit.toNanos()).compute(mostNodes);
        } catch (TripShapes.TooManyTrips tooMany) {
            return Optional.empty();
        }
    }

    private Optional<Bound> compute(int mostNodes) {
        double relaxation = generation.relax();
        if (Double.isNaN(relaxation)) {
            return Optional.empty();
        }
        double withCoaches = generation.relaxWithWholeCoaches();
        double cut = Double.isNaN(withCoaches) ? relaxation : withCoaches;
        PriorityQueue<Node> open = new PriorityQueue<>(Comparator.comparingDouble(Node::fen));
        open.add(new Node(cut, Map.of(), Map.of()));
        double bound = cut;
        int nodes = 0;
        while (nodes < mostNodes) {
            Node node = open.poll();
            bound = Math.max(bound, node.fen);
            enter(node);
            double fen = Math.max(node.fen, generation.relax());
            List<Node> children = Double.isNaN(fen) ? List.of() : branch(node, fen);
            nodes++;
            if (children.isEmpty()) {
                bound = Double.isNaN(fen) ? bound : Math.max(bound, Math.min(fen, next(open)));
                break;
            }
            open.addAll(children);
            bound = Math.max(bound, open.peek().fen);
        }
        return Optional.of(new Bound(lower(relaxation), lower(cut), lower(bound), nodes, generation.types.size()));
    }

    private static double next(PriorityQueue<Node> open) {
        return open.isEmpty() ? BoundMaster.INFINITY : open.peek().fen;
    }

    /**
     * What no pricing looked for may save {@link ColumnGeneration#LEAST_SAVING_FEN} a trip: with t trips of at least
     * c fen each in the best plan, of which t × c is a part, the optimum is at least fen ÷ (1 + saving ÷ c).
     */
    private long lower(double fen) {
        double cheapestTrip = generation.types.stream()
                .mapToDouble(TripTypes.Type::fixedFen)
                .min()
                .orElse(1);
        double saved = fen * (1 - 1 / (1 + ColumnGeneration.LEAST_SAVING_FEN / Math.max(1, cheapestTrip)));
        return (long) Math.ceil(fen - saved - Math.abs(fen) * TOLERANCE - 1);
    }

    private void enter(Node node) {
        for (int row : branchRows.values()) {
            Limit limit = node.rows.getOrDefault(row, Limit.NONE);
            MPConstraint constraint = master.countedRows.get(row);
            constraint.setBounds(limit.from, limit.to);
        }
        whole.forEach((variable, wide) -> {
            Limit limit = node.variables.getOrDefault(variable, wide);
            variable.setBounds(limit.from, limit.to);
        });
    }

    /** The two children of a node whose solution is at hand, or none when nothing is left to branch on. */
    private List<Node> branch(Node node, double fen) {
        MPVariable variable = null;
        double fraction = WHOLE;
        for (MPVariable candidate : whole.keySet()) {
            if (fraction(candidate.solutionValue()) > fraction) {
                variable = candidate;
                fraction = fraction(candidate.solutionValue());
            }
        }
        if (variable != null) {
            double below = Math.floor(variable.solutionValue());
            return List.of(
                    node.with(fen, variable, new Limit(variable.lb(), below)),
                    node.with(fen, variable, new Limit(below + 1, variable.ub())));
        }
        return branchOnCoaches(node, fen);
    }

    private List<Node> branchOnCoaches(Node node, double fen) {
        BitSet counted = null;
        double coaches = 0;
        double fraction = WHOLE;
        List<Integer> used = master.usedColumns();
        for (CoachCuts.GroupSet set : generation.cuts.sets) {
            double trips = master.trips(set.tasks(), used);
            if (fraction(trips) > fraction) {
                fraction = fraction(trips);
                counted = set.tasks();
                coaches = trips;
            }
        }
        if (counted == null) {
            return List.of();
        }
        int row = branchRows.computeIfAbsent(
                counted,
                tasks -> master.limit(new Counted(tasks), -BoundMaster.INFINITY, BoundMaster.INFINITY, 0, List.of()));
        double below = Math.floor(coaches);
        Limit before = node.rows.getOrDefault(row, Limit.NONE);
        return List.of(
                node.with(fen, row, new Limit(before.from, below)),
                node.with(fen, row, new Limit(below + 1, before.to)));
    }

    private static double fraction(double value) {
        return Math.abs(value - Math.rint(value));
    }
}
