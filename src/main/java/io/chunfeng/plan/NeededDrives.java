package io.chunfeng.plan;

import io.chunfeng.road.LeastWays;
import io.chunfeng.road.Pairs;
import io.chunfeng.road.RoadMatrix;
import io.chunfeng.road.RoadNetwork;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The ways that a valid plan of a problem can need; described in src/docs/roads.md. First the rides: where people may board and alight, and the
 * walks that decide about them. Their figures then tell which drives H12 leaves between two boarding places, between two alighting places and from
 * a boarding to an alighting place. Nothing that a valid plan needs is left out; something that none needs may be in.
 */
public final class NeededDrives {
    /** Whole figures may be smaller than what they stand for by so much. */
    private static final double ROUNDED = 0.5;

    private final PlanningProblem problem;
    private final LeastWays least;
    private final CoachRides rides;

    private NeededDrives(PlanningProblem problem, LeastWays least) {
        this.problem = problem;
        this.least = least;
        this.rides = new CoachRides(problem);
    }

    /**
     * The problem's matrix with these ways; all others are {@link RoadMatrix#UNREACHABLE}.
     *
     * @throws io.chunfeng.road.PlacesOffMapException naming every place that is further from any road than the limit
     */
    public static RoadMatrix matrix(PlanningProblem problem, RoadNetwork roads) {
        NeededDrives needed = new NeededDrives(problem, roads.least(problem.places()));
        RoadMatrix known = roads.matrix(problem.places(), needed.first());
        return roads.matrix(problem.places(), needed.all(known));
    }

    /** What must be known before the rest can be decided. */
    static Pairs first(PlanningProblem problem, LeastWays least) {
        return new NeededDrives(problem, least).first();
    }

    /** @param known with the figures of {@link #first} at least */
    static Pairs all(PlanningProblem problem, LeastWays least, RoadMatrix known) {
        return new NeededDrives(problem, least).all(known);
    }

    private Pairs first() {
        Pairs wanted = NamedDrives.ofPinned(problem);
        CoachRides.Range perhaps = (from, to, metres) -> least.metres()[from][to] <= metres + ROUNDED;
        add(wanted, rides.rides(perhaps));
        add(wanted, rides.walks(perhaps));
        return wanted;
    }

    private Pairs all(RoadMatrix known) {
        Pairs wanted = first();
        Pairs possible =
                rides.rides((from, to, metres) -> known.reachable(from, to) && known.metres()[from][to] <= metres);
        SharedRides shared = new SharedRides(problem.rules(), least, known, possible);
        List<Integer> depots = depots(known);
        BitSet boards = shared.boards();
        BitSet alights = shared.alights();
        CoachRides.each(boards, board -> {
            depots.forEach(depot -> wanted.want(depot, board));
            wantAll(wanted, board, boards, shared::boardAfter);
            wantAll(wanted, board, alights, shared::alightAfterBoarding);
        });
        CoachRides.each(alights, alight -> {
            depots.forEach(depot -> wanted.want(alight, depot));
            wantAll(wanted, alight, alights, shared::alightAfter);
        });
        return wanted;
    }

    private interface Drive {
        boolean possible(int from, int to);
    }

    private static void wantAll(Pairs wanted, int from, BitSet next, Drive drive) {
        CoachRides.each(next, to -> {
            if (!wanted.wanted(from, to) && drive.possible(from, to)) {
                wanted.want(from, to);
            }
        });
    }

    private List<Integer> depots(RoadMatrix known) {
        List<Integer> depots = new ArrayList<>();
        problem.coachPools().forEach(pool -> depots.add(known.placeIds().indexOf(pool.depot())));
        return depots.stream().distinct().toList();
    }

    private static void add(Pairs to, Pairs more) {
        for (int row = 0; row < more.places(); row++) {
            to.rows()[row].or(more.rows()[row]);
        }
    }
}
