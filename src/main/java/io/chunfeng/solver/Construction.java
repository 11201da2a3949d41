package io.chunfeng.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * The plan that the search begins with: everybody inserted at the cheapest place, hardest people first. Before the
 * search and not a phase of it, so that the shortest time limit does not leave everybody behind.
 */
final class Construction {
    private Construction() {}

    /** @param stop polled; those who have not been looked at then stay behind */
    static void fill(Assignment solution, BooleanSupplier stop) {
        List<GroupFact> groups = new ArrayList<>(solution.instance().groups);
        groups.sort(Comparator.<GroupFact>comparingInt(g -> -g.weight)
                .thenComparingInt(g -> -g.headcount)
                .thenComparingInt(g -> g.index));
        RuinRecreate inserter =
                new RuinRecreate(solution, new Neighbours(solution.instance()), new SplittableRandom(0), 0);
        inserter.construct(groups, stop).doOn(solution);
    }
}
