package io.chunfeng.solver;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import io.chunfeng.plan.PlanningProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Solves small problems to proven optimality: every trip by {@link ExactTrips}, then an integer program. Serves everybody.
 * Two parts of one group never ride the same coach, which would only cost more. Of the coaches' times two programs are
 * solved: one in which a coach may be in two places, one with the cheapest trip of each hour of departure. Where both cost
 * the same, that is the optimum.
 */
final class ExactSolver {
    /** Persons of a group who travel together. @param ride null for a coach all the way */
    private record Part(GroupFact group, RideOption ride, int persons, int wheelchairs) {
        List<LegTask> tasks() {
            if (ride == null) {
                return List.of(LegTask.direct(group, persons, wheelchairs));
            }
            List<LegTask> tasks = new ArrayList<>();
            if (ride.feederOut()) {
                tasks.add(ride.taskOut(group, persons, wheelchairs));
            }
            if (ride.feederIn()) {
                tasks.add(ride.taskIn(group, persons, wheelchairs));
            }
            return tasks;
        }
    }

    private final Instance in;
    private final List<Part> parts = new ArrayList<>();
    private final List<ExactTrips.Trip> trips = new ArrayList<>();

    private ExactSolver(PlanningProblem problem) {
        Loader.loadNativeLibraries();
        in = new Instance(problem);
        for (GroupFact group : in.groups) {
            for (int persons = group.minPart; persons <= group.headcount; persons++) {
                if (persons == group.headcount || persons <= group.headcount - group.minPart) {
                    addParts(group, persons);
                }
            }
        }
        ExactTrips exact = new ExactTrips(in);
        for (PoolFact pool : in.pools) {
            combine(
                    exact,
                    pool,
                    new ArrayList<>(),
                    0,
                    parts.stream()
                            .flatMap(part -> part.tasks().stream())
                            .distinct()
                            .toList());
        }
    }

    /** Fen of the cheapest plan that serves everybody; empty where the two programs differ or there is no such plan. */
    static OptionalLong optimumFen(PlanningProblem problem) {
        ExactSolver solver = new ExactSolver(problem);
        OptionalLong relaxed = solver.solve(false);
        OptionalLong real = solver.solve(true);
        return relaxed.equals(real) ? real : OptionalLong.empty();
    }

    private void addParts(GroupFact group, int persons) {
        int wheelchairs = persons == group.headcount ? group.wheelchairs : 0;
        if (persons < group.headcount && group.wheelchairs > 0) {
            throw new IllegalArgumentException(group + ": only groups without wheelchairs are split here");
        }
        if (group.direct) {
            parts.add(new Part(group, null, persons, wheelchairs));
        }
        for (RideOption ride : group.rides) {
            parts.add(new Part(group, ride, persons, wheelchairs));
        }
    }

    /** Every set of tasks that one coach of the pool can carry; with more on board it is not possible either. */
    private void combine(ExactTrips exact, PoolFact pool, List<LegTask> riders, int from, List<LegTask> tasks) {
        int load = riders.stream().mapToInt(LegTask::headcount).sum();
        for (int i = from; i < tasks.size(); i++) {
            LegTask task = tasks.get(i);
            if (load + task.headcount() > pool.seats(1)
                    || riders.stream().anyMatch(rider -> rider.group() == task.group())) {
                continue;
            }
            List<LegTask> more = new ArrayList<>(riders);
            more.add(task);
            trips.addAll(exact.of(pool, List.copyOf(more)));
            combine(exact, pool, more, i + 1, tasks);
        }
    }

    private OptionalLong solve(boolean coachesOverTime) {
        CpModel model = new CpModel();
        LinearExprBuilder cost = LinearExpr.newBuilder();
        long partUnits = 3600 * in.rules.weights().fenPerExtraPart();
        Map<LegTask, LinearExprBuilder> seats = new LinkedHashMap<>();
        Map<ExactTrips.Trip, IntVar> used = new LinkedHashMap<>();
        for (ExactTrips.Trip trip : trips) {
            IntVar coaches = model.newIntVar(0, in.groups.size() * 4L, "");
            used.put(trip, coaches);
            cost.addTerm(coaches, trip.units());
            trip.riders()
                    .forEach(task -> seats.computeIfAbsent(task, none -> LinearExpr.newBuilder())
                            .addTerm(coaches, 1));
        }
        LinearExprBuilder[] served = new LinearExprBuilder[in.groups.size()];
        for (GroupFact group : in.groups) {
            served[group.index] = LinearExpr.newBuilder();
            cost.add(-partUnits);
        }
        Map<LegTask, LinearExprBuilder> wanted = new LinkedHashMap<>();
        Map<ServiceFact, Map<Part, IntVar>> riders = new HashMap<>();
        for (Part part : parts) {
            IntVar count = model.newIntVar(0, part.group.headcount / part.persons, "");
            served[part.group.index].addTerm(count, part.persons);
            part.tasks()
                    .forEach(task -> wanted.computeIfAbsent(task, none -> LinearExpr.newBuilder())
                            .addTerm(count, 1));
            cost.addTerm(count, partUnits + rideUnits(part));
            if (part.ride != null) {
                riders.computeIfAbsent(part.ride.service(), none -> new LinkedHashMap<>())
                        .put(part, count);
            }
        }
        wanted.forEach((task, count) -> model.addEquality(seats.getOrDefault(task, LinearExpr.newBuilder()), count));
        for (GroupFact group : in.groups) {
            model.addEquality(served[group.index], group.headcount);
        }
        riders.forEach((service, on) -> service(model, cost, service, on));
        if (coachesOverTime) {
            coaches(model, used);
        }
        model.minimize(cost);
        CpSolver solver = new CpSolver();
        solver.getParameters().setNumWorkers(1);
        return solver.solve(model) == CpSolverStatus.OPTIMAL
                ? OptionalLong.of(Math.floorDiv(Math.round(solver.objectiveValue()) + 1800, 3600))
                : OptionalLong.empty();
    }

    private long rideUnits(Part part) {
        if (part.ride == null) {
            return 0;
        }
        var weights = in.rules.weights();
        long shift = part.ride.feederOut()
                ? 0
                : part.group.dayShift(part.ride.departure(), part.persons) * weights.fenPerPassengerDayShift();
        return (part.ride.arrival() - part.ride.departure()) * part.persons * weights.fenPerPassengerHour()
                + 3600 * (part.persons * (part.ride.legs() - 1L) * weights.fenPerPassengerTransfer() + shift);
    }

    private static void service(CpModel model, LinearExprBuilder cost, ServiceFact service, Map<Part, IntVar> on) {
        IntVar used = model.newIntVar(0, 1, "");
        IntVar units = model.newIntVar(0, service.maxUnits, "");
        cost.addTerm(used, 3600 * service.serviceFen).addTerm(units, 3600 * service.fenPerUnit);
        model.addLessOrEqual(units, LinearExpr.term(used, service.maxUnits));
        model.addGreaterOrEqual(units, LinearExpr.term(used, Math.max(1, service.minUnits)));
        LinearExprBuilder all = LinearExpr.newBuilder();
        for (int s = 0; s < service.segments(); s++) {
            LinearExprBuilder load = LinearExpr.newBuilder();
            LinearExprBuilder wheelchairs = LinearExpr.newBuilder();
            for (Map.Entry<Part, IntVar> entry : on.entrySet()) {
                Part part = entry.getKey();
                if (part.ride.board() <= s && s < part.ride.alight()) {
                    load.addTerm(entry.getValue(), part.persons);
                    wheelchairs.addTerm(entry.getValue(), part.wheelchairs);
                }
            }
            model.addLessOrEqual(load, LinearExpr.term(units, service.seatsPerUnit));
            model.addLessOrEqual(wheelchairs, LinearExpr.term(units, service.wheelchairsPerUnit));
        }
        on.forEach((part, count) -> {
            all.addTerm(count, part.persons);
            cost.addTerm(count, 3600 * part.persons * service.fenPerPassenger);
        });
        model.addGreaterOrEqual(all, LinearExpr.term(used, service.minPassengers));
    }

    /** H04: most coaches of a pool are busy when one of them leaves. */
    private void coaches(CpModel model, Map<ExactTrips.Trip, IntVar> used) {
        for (PoolFact pool : in.pools) {
            used.keySet().stream()
                    .filter(trip -> trip.pool() == pool)
                    .mapToLong(ExactTrips.Trip::busyFrom)
                    .distinct()
                    .forEach(moment -> {
                        LinearExprBuilder busy = LinearExpr.newBuilder();
                        used.forEach((trip, count) -> {
                            if (trip.pool() == pool && trip.busyFrom() <= moment && moment < trip.busyUntil()) {
                                busy.addTerm(count, 1);
                            }
                        });
                        model.addLessOrEqual(busy, pool.pool.count());
                    });
        }
    }
}
