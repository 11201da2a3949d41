package io.chunfeng.solver;

import com.graphhopper.jsprit.core.algorithm.VehicleRoutingAlgorithm;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit;
import com.graphhopper.jsprit.core.algorithm.listener.IterationStartsListener;
import com.graphhopper.jsprit.core.algorithm.termination.TimeTermination;
import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem.FleetSize;
import com.graphhopper.jsprit.core.problem.job.Service;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleImpl;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl;
import com.graphhopper.jsprit.core.util.FastVehicleRoutingTransportCostsMatrix;
import com.graphhopper.jsprit.core.util.Solutions;
import io.chunfeng.capacity.CoachPool;
import io.chunfeng.demand.Group;
import io.chunfeng.plan.PlanCosts;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Rules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The same problem solved by jsprit, a published solver of vehicle routing problems, where it can express it: everybody
 * rides to the one depot, nobody is split, only the fleet and the kilometres cost. Same matrix, same objective.
 */
final class JspritPeer {
    /** jsprit's threshold falls with its iterations, so it has to know how many fit into the time. */
    private static final int SHARE_OF_TIME_TO_COUNT_ITERATIONS = 20;

    private static final int ITERATIONS_TO_COUNT_WITH = 1_000_000;
    private static final double METRES_PER_KM = 1000;

    private final PlanningProblem problem;
    private final Map<String, Integer> index;
    private final Map<String, CoachPool> pools;

    /**
     * @param unservedGroups that jsprit left
     * @param iterations of its search
     */
    record Result(List<Trip> trips, List<String> unservedGroups, long costFen, int iterations) {}

    /** @param groups in the order in which they board */
    record Trip(String poolId, List<String> groups) {}

    private JspritPeer(PlanningProblem problem) {
        this.problem = problem;
        index = problem.matrix().index();
        pools = problem.coachPools().stream().collect(Collectors.toMap(CoachPool::id, Function.identity()));
    }

    /** @return nothing where jsprit cannot express the problem */
    static Optional<Result> solve(PlanningProblem problem, Duration limit, long seed, int threads) {
        return expresses(problem) ? Optional.of(new JspritPeer(problem).solve(limit, seed, threads)) : Optional.empty();
    }

    static boolean expresses(PlanningProblem problem) {
        List<String> depots =
                problem.coachPools().stream().map(CoachPool::depot).distinct().toList();
        Rules.Weights weights = problem.rules().weights();
        return depots.size() == 1
                && problem.trainServices().isEmpty()
                && problem.flights().isEmpty()
                && !problem.rules().driverHours().enabled()
                && weights.fenPerPassengerHour() == 0
                && weights.fenPerPassengerDayShift() == 0
                && problem.rules().maxBoardingStops() >= problem.groups().size()
                && problem.coachPools().stream().allMatch(JspritPeer::onlyKilometresCost)
                && problem.groups().stream().allMatch(group -> staysTogether(group, depots.get(0)));
    }

    private static boolean onlyKilometresCost(CoachPool pool) {
        return pool.fenPerLoadedKm() == pool.fenPerEmptyKm() && pool.fenPerDriverDay() == 0;
    }

    private static boolean staysTogether(Group group, String depot) {
        return group.to().equals(depot) && group.wheelchairs() == 0 && 2 * group.minPart() > group.headcount();
    }

    private Result solve(Duration limit, long seed, int threads) {
        VehicleRoutingProblem routing = routing();
        long countingMillis = Math.max(200, limit.toMillis() / SHARE_OF_TIME_TO_COUNT_ITERATIONS);
        int counted = run(routing, countingMillis, ITERATIONS_TO_COUNT_WITH, seed, threads).iterations;
        long millis = Math.max(200, limit.toMillis() - countingMillis);
        int fit = (int) Math.max(100, counted * millis / countingMillis);
        Run run = run(routing, millis, fit, seed, threads);
        return result(run);
    }

    private record Run(VehicleRoutingProblemSolution best, int iterations) {}

    private static Run run(VehicleRoutingProblem routing, long millis, int iterations, long seed, int threads) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            Jsprit.Builder builder = Jsprit.Builder.newInstance(routing)
                    .setRandom(new Random(seed))
                    .setProperty(Jsprit.Parameter.ITERATIONS, String.valueOf(iterations))
                    .setProperty(Jsprit.Parameter.FAST_REGRET, "true")
                    .setProperty(Jsprit.Parameter.FIXED_COST_PARAM, "1.");
            if (threads > 1) {
                builder.setExecutorService(executor, threads);
            }
            VehicleRoutingAlgorithm algorithm = builder.buildAlgorithm();
            TimeTermination time = new TimeTermination(millis);
            algorithm.setPrematureAlgorithmTermination(time);
            algorithm.addListener(time);
            AtomicInteger begun = new AtomicInteger();
            algorithm.addListener((IterationStartsListener) (iteration, problem, solutions) -> begun.set(iteration));
            return new Run(Solutions.bestOf(algorithm.searchSolutions()), begun.get());
        } finally {
            executor.shutdownNow();
        }
    }

    private VehicleRoutingProblem routing() {
        boolean unlimited = problem.coachPools().stream()
                .allMatch(pool -> pool.count() >= problem.groups().size());
        VehicleRoutingProblem.Builder builder = VehicleRoutingProblem.Builder.newInstance()
                .setFleetSize(unlimited ? FleetSize.INFINITE : FleetSize.FINITE)
                .setRoutingCost(matrix());
        for (CoachPool pool : problem.coachPools()) {
            VehicleTypeImpl type = VehicleTypeImpl.Builder.newInstance(pool.id())
                    .addCapacityDimension(0, pool.approvedSeats() - 1)
                    .setFixedCost(pool.dispatchFen())
                    .setCostPerDistance(pool.fenPerLoadedKm() / METRES_PER_KM)
                    .setCostPerTransportTime(0)
                    .build();
            for (int i = 0; i < (unlimited ? 1 : pool.count()); i++) {
                builder.addVehicle(VehicleImpl.Builder.newInstance(pool.id() + "/" + i)
                        .setStartLocation(location(pool.depot()))
                        .setType(type)
                        .build());
            }
        }
        for (Group group : problem.groups()) {
            builder.addJob(Service.Builder.newInstance(group.id())
                    .setLocation(location(group.from()))
                    .addSizeDimension(0, group.headcount())
                    .build());
        }
        return builder.build();
    }

    private Location location(String place) {
        return Location.newInstance(index.get(place));
    }

    private FastVehicleRoutingTransportCostsMatrix matrix() {
        int size = problem.matrix().size();
        FastVehicleRoutingTransportCostsMatrix.Builder builder =
                FastVehicleRoutingTransportCostsMatrix.Builder.newInstance(size, false);
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                builder.addTransportTimeAndDistance(
                        from,
                        to,
                        problem.matrix().seconds()[from][to],
                        problem.matrix().metres()[from][to]);
            }
        }
        return builder.build();
    }

    private Result result(Run run) {
        List<Trip> trips = new ArrayList<>();
        long costFen = 0;
        for (VehicleRoute route : run.best.getRoutes()) {
            CoachPool pool = pools.get(route.getVehicle().getType().getTypeId());
            List<String> groups = new ArrayList<>();
            int at = index.get(pool.depot());
            long metres = 0;
            for (TourActivity activity : route.getActivities()) {
                int next = activity.getLocation().getIndex();
                metres += problem.matrix().metres()[at][next];
                at = next;
                groups.add(((TourActivity.JobActivity) activity).getJob().getId());
            }
            metres += problem.matrix().metres()[at][index.get(pool.depot())];
            costFen += PlanCosts.coachTripFen(pool, 1, metres, 0, 0);
            trips.add(new Trip(pool.id(), groups));
        }
        List<String> unserved =
                run.best.getUnassignedJobs().stream().map(job -> job.getId()).toList();
        return new Result(trips, unserved, costFen, run.iterations);
    }
}
