package io.chunfeng.solver;

import com.google.ortools.linearsolver.MPVariable;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.solver.TripPricing.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A reference of the kind in ../shared/data/README.md: whole coaches over generated columns. Fleet sizes, the exact rests
 * (see {@link LeastTime}), smallest parts and the cost of parts are left out, so that no plan may reach it; nor is it a
 * bound, because only some columns are looked at.
 */
final class WholeCoachReference {
    /**
     * @param relaxationFen of the linear program over every column: a bound
     * @param fen of the best whole coaches that were found
     */
    record Reference(long relaxationFen, long fen) {}

    private static final double WHOLE = 1e-6;
    private static final int MOST_TRIPS_OF_A_KIND = 20;

    private final Instance in;
    private final ColumnGeneration generation;
    private final CpModel model = new CpModel();
    private final LinearExprBuilder cost = LinearExpr.newBuilder();

    private WholeCoachReference(Instance in) {
        this.in = in;
        this.generation = new ColumnGeneration(in, false);
    }

    /** @param seconds for the integer program, on two threads */
    static Reference of(PlanningProblem problem, double seconds) {
        return new WholeCoachReference(new Instance(problem)).compute(seconds);
    }

    private Reference compute(double seconds) {
        double relaxation = generation.relax();
        generation.relaxWithWholeCoaches();
        dive();
        build();
        CpSolver solver = new CpSolver();
        solver.getParameters().setMaxTimeInSeconds(seconds);
        solver.getParameters().setNumWorkers(2);
        CpSolverStatus status = solver.solve(model);
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
            throw new IllegalStateException("no whole coaches found: " + status);
        }
        return new Reference(Math.round(relaxation), Math.round(solver.objectiveValue()));
    }

    /**
     * Takes trips one after another as whole coaches, those that the linear program has most of, and lets it find new
     * columns for the people who are left.
     */
    private void dive() {
        BoundMaster master = generation.master;
        while (true) {
            Map<MPVariable, Double> trips = new HashMap<>();
            for (int c : master.usedColumns()) {
                MPVariable variable = master.columnVariables.get(c);
                trips.put(variable, variable.solutionValue());
            }
            MPVariable next = null;
            double most = WHOLE;
            for (Map.Entry<MPVariable, Double> entry : trips.entrySet()) {
                MPVariable variable = entry.getKey();
                variable.setLb(Math.max(variable.lb(), Math.floor(entry.getValue() + WHOLE)));
                if (entry.getValue() - variable.lb() > most) {
                    most = entry.getValue() - variable.lb();
                    next = variable;
                }
            }
            if (next == null) {
                return;
            }
            next.setLb(next.lb() + 1);
            if (Double.isNaN(generation.relax())) {
                return;
            }
        }
    }

    private void build() {
        Map<BoundTask, LinearExprBuilder> carried = new HashMap<>();
        LinearExprBuilder[] served = new LinearExprBuilder[in.groups.size()];
        for (GroupFact group : in.groups) {
            served[group.index] = LinearExpr.newBuilder();
        }
        for (BoundTask task : generation.tasks.tasks) {
            carried.put(task, task.direct() ? served[task.group().index] : LinearExpr.newBuilder());
        }
        for (int c = 0; c < generation.master.columns.size(); c++) {
            Column column = generation.master.columns.get(c);
            IntVar trips = model.newIntVar(0, MOST_TRIPS_OF_A_KIND, "");
            model.addHint(
                    trips, Math.round(generation.master.columnVariables.get(c).lb()));
            cost.addTerm(trips, Math.round(column.fen()));
            for (int i = 0; i < column.tasks().length; i++) {
                carried.get(column.tasks()[i]).addTerm(trips, column.persons()[i]);
            }
        }
        rides(carried, served);
        for (BoundTask task : generation.tasks.tasks) {
            if (!task.direct()) {
                model.addGreaterOrEqual(carried.get(task), 0);
            }
        }
        for (GroupFact group : in.groups) {
            model.addGreaterOrEqual(served[group.index], group.headcount);
        }
        model.minimize(cost);
    }

    private void rides(Map<BoundTask, LinearExprBuilder> carried, LinearExprBuilder[] served) {
        Map<ServiceFact, List<BoundTasks.Ride>> byService = new HashMap<>();
        for (BoundTasks.Ride ride : generation.tasks.rides) {
            byService
                    .computeIfAbsent(ride.option().service(), none -> new ArrayList<>())
                    .add(ride);
        }
        byService.forEach((service, rides) -> service(service, rides, carried, served));
    }

    private void service(
            ServiceFact service,
            List<BoundTasks.Ride> rides,
            Map<BoundTask, LinearExprBuilder> carried,
            LinearExprBuilder[] served) {
        IntVar used = model.newIntVar(0, 1, "");
        IntVar units = model.newIntVar(0, service.maxUnits, "");
        cost.addTerm(used, service.serviceFen).addTerm(units, service.fenPerUnit);
        model.addLessOrEqual(units, LinearExpr.term(used, service.maxUnits));
        model.addGreaterOrEqual(units, LinearExpr.term(used, Math.max(1, service.minUnits)));
        LinearExprBuilder[] load = new LinearExprBuilder[service.segments()];
        for (int s = 0; s < load.length; s++) {
            load[s] = LinearExpr.newBuilder();
        }
        LinearExprBuilder all = LinearExpr.newBuilder();
        for (BoundTasks.Ride ride : rides) {
            IntVar persons = model.newIntVar(0, ride.group().headcount, "");
            cost.addTerm(persons, Math.round(generation.master.personFen(ride)));
            served[ride.group().index].addTerm(persons, 1);
            all.addTerm(persons, 1);
            for (int s = ride.option().board(); s < ride.option().alight(); s++) {
                load[s].addTerm(persons, 1);
            }
            if (ride.out() != null) {
                carried.get(ride.out()).addTerm(persons, -1);
            }
            if (ride.in() != null) {
                carried.get(ride.in()).addTerm(persons, -1);
            }
        }
        for (LinearExprBuilder segment : load) {
            model.addLessOrEqual(segment, LinearExpr.term(units, service.seatsPerUnit));
        }
        model.addGreaterOrEqual(all, LinearExpr.term(used, service.minPassengers));
    }
}
