package io.chunfeng.solver;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import io.chunfeng.solver.TripPricing.Column;
import io.chunfeng.solver.TripPricing.Counted;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The linear program of a bound: trips with their loads, people on trains and flights, bookings. Groups are served by
 * persons; fleet sizes and wheelchairs are left out.
 */
final class BoundMaster {
    static final double INFINITY = Double.POSITIVE_INFINITY;
    /** What the program pays so that it always has a solution; a plan that serves everybody never does. */
    private static final double UNSERVED_FEN = 1e7;

    private static final double MISSING_TRIP_FEN = 1e8;
    /** The program counts in thousands of fen, which keeps its numbers near one. */
    private static final double UNIT_FEN = 1e3;

    private final Instance in;
    private final BoundTasks tasks;
    private final double partFen;
    final MPSolver solver;
    private final MPObjective objective;
    private final MPConstraint[] groupRows;
    private final MPConstraint[] taskRows;
    final List<Column> columns = new ArrayList<>();
    final List<MPVariable> columnVariables = new ArrayList<>();
    final List<MPVariable> rideVariables = new ArrayList<>();
    /** Whether a service is used, and its carriages; null for one that nobody can ride. */
    final Map<ServiceFact, MPVariable> used = new HashMap<>();

    final Map<ServiceFact, MPVariable> units = new HashMap<>();
    final List<Counted> counted = new ArrayList<>();
    final List<MPConstraint> countedRows = new ArrayList<>();
    private final List<MPVariable> unserved = new ArrayList<>();

    BoundMaster(Instance in, BoundTasks tasks, double partFen) {
        Loader.loadNativeLibraries();
        this.in = in;
        this.tasks = tasks;
        this.partFen = partFen;
        solver = MPSolver.createSolver("GLOP");
        objective = solver.objective();
        objective.setMinimization();
        groupRows = new MPConstraint[in.groups.size()];
        taskRows = new MPConstraint[tasks.tasks.size()];
        for (GroupFact group : in.groups) {
            MPConstraint row = solver.makeConstraint(group.headcount, INFINITY);
            groupRows[group.index] = row;
            MPVariable left = solver.makeNumVar(0, INFINITY, "");
            unserved.add(left);
            row.setCoefficient(left, 1);
            price(left, UNSERVED_FEN);
        }
        for (BoundTask task : tasks.tasks) {
            taskRows[task.row()] = task.direct() ? groupRows[task.group().index] : solver.makeConstraint(0, INFINITY);
        }
        addServices();
        objective.setOffset(-partFen * in.groups.size() / UNIT_FEN);
    }

    private void addServices() {
        Map<ServiceFact, List<MPVariable>> riders = new HashMap<>();
        Map<ServiceFact, MPConstraint[]> segments = new HashMap<>();
        Map<GroupFact, Map<ServiceFact, MPConstraint>> links = new HashMap<>();
        for (BoundTasks.Ride ride : tasks.rides) {
            ServiceFact service = ride.option().service();
            if (!used.containsKey(service)) {
                segments.put(service, addService(service));
                riders.put(service, new ArrayList<>());
            }
            GroupFact group = ride.group();
            MPVariable persons = solver.makeNumVar(0, group.headcount, "");
            rideVariables.add(persons);
            riders.get(service).add(persons);
            groupRows[group.index].setCoefficient(persons, 1);
            if (ride.out() != null) {
                taskRows[ride.out().row()].setCoefficient(persons, -1);
            }
            if (ride.in() != null) {
                taskRows[ride.in().row()].setCoefficient(persons, -1);
            }
            for (int s = ride.option().board(); s < ride.option().alight(); s++) {
                segments.get(service)[s].setCoefficient(persons, 1);
            }
            MPConstraint link = links.computeIfAbsent(group, g -> new HashMap<>())
                    .computeIfAbsent(service, s -> {
                        MPConstraint row = solver.makeConstraint(-INFINITY, 0);
                        row.setCoefficient(used.get(s), -group.headcount);
                        return row;
                    });
            link.setCoefficient(persons, 1);
            price(persons, personFen(ride));
        }
        for (ServiceFact service : riders.keySet()) {
            if (service.minPassengers > 0) {
                MPConstraint minimum = solver.makeConstraint(0, INFINITY);
                riders.get(service).forEach(persons -> minimum.setCoefficient(persons, 1));
                minimum.setCoefficient(used.get(service), -service.minPassengers);
            }
        }
    }

    /** Time on board, fare, transfers and the share of a part's fee; days off the wished date where people walk to it. */
    double personFen(BoundTasks.Ride ride) {
        RideOption option = ride.option();
        double fen =
                (option.arrival() - option.departure()) * in.rules.weights().fenPerPassengerHour() / 3600.0
                        + (option.legs() - 1) * (double) in.rules.weights().fenPerPassengerTransfer()
                        + option.service().fenPerPassenger
                        + partFen / ride.group().headcount;
        return option.feederOut()
                ? fen
                : fen
                        + ride.group().dayShift(option.departure(), 1)
                                * (double) in.rules.weights().fenPerPassengerDayShift();
    }

    private MPConstraint[] addService(ServiceFact service) {
        MPVariable use = solver.makeNumVar(0, 1, "");
        MPVariable unit = solver.makeNumVar(0, service.maxUnits, "");
        used.put(service, use);
        units.put(service, unit);
        price(use, service.serviceFen);
        price(unit, service.fenPerUnit);
        MPConstraint most = solver.makeConstraint(-INFINITY, 0);
        most.setCoefficient(unit, 1);
        most.setCoefficient(use, -service.maxUnits);
        MPConstraint least = solver.makeConstraint(0, INFINITY);
        least.setCoefficient(unit, 1);
        least.setCoefficient(use, -Math.max(1, service.minUnits));
        MPConstraint[] segments = new MPConstraint[service.segments()];
        for (int s = 0; s < segments.length; s++) {
            segments[s] = solver.makeConstraint(-INFINITY, 0);
            segments[s].setCoefficient(unit, -service.seatsPerUnit);
        }
        return segments;
    }

    void add(Column column) {
        MPVariable trips = solver.makeNumVar(0, INFINITY, "");
        price(trips, column.fen());
        for (int i = 0; i < column.tasks().length; i++) {
            MPConstraint row = taskRows[column.tasks()[i].row()];
            row.setCoefficient(trips, row.getCoefficient(trips) + column.persons()[i]);
        }
        for (int r = 0; r < counted.size(); r++) {
            if (counted.get(r).counts(column)) {
                countedRows.get(r).setCoefficient(trips, 1);
            }
        }
        columns.add(column);
        columnVariables.add(trips);
    }

    /**
     * Limits the trips that carry any of some tasks.
     *
     * @param perRider added to the trips for each person of these groups on a train or flight
     */
    int limit(Counted row, double from, double to, double perRider, List<GroupFact> groups) {
        MPConstraint constraint = solver.makeConstraint(from, to);
        MPVariable missing = solver.makeNumVar(0, INFINITY, "");
        constraint.setCoefficient(missing, 1);
        price(missing, MISSING_TRIP_FEN);
        for (int c = 0; c < columns.size(); c++) {
            if (row.counts(columns.get(c))) {
                constraint.setCoefficient(columnVariables.get(c), 1);
            }
        }
        if (perRider > 0) {
            for (int r = 0; r < tasks.rides.size(); r++) {
                if (groups.contains(tasks.rides.get(r).group())) {
                    constraint.setCoefficient(rideVariables.get(r), perRider);
                }
            }
        }
        counted.add(row);
        countedRows.add(constraint);
        return counted.size() - 1;
    }

    /** False when the linear solver gave up, from its last basis and from the beginning. */
    boolean solve() {
        if (solver.solve() == MPSolver.ResultStatus.OPTIMAL) {
            return true;
        }
        solver.reset();
        return solver.solve() == MPSolver.ResultStatus.OPTIMAL;
    }

    private void price(MPVariable variable, double fen) {
        objective.setCoefficient(variable, fen / UNIT_FEN);
    }

    double value() {
        return objective.value() * UNIT_FEN;
    }

    double unservedPersons() {
        return unserved.stream().mapToDouble(MPVariable::solutionValue).sum();
    }

    double[] personDuals() {
        double[] duals = new double[taskRows.length];
        for (int t = 0; t < duals.length; t++) {
            duals[t] = taskRows[t].dualValue() * UNIT_FEN;
        }
        return duals;
    }

    double[] countedDuals() {
        return countedRows.stream()
                .mapToDouble(row -> row.dualValue() * UNIT_FEN)
                .toArray();
    }

    /** Columns that the solution uses. */
    List<Integer> usedColumns() {
        List<Integer> used = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            if (columnVariables.get(c).solutionValue() > 1e-9) {
                used.add(c);
            }
        }
        return used;
    }

    /** Trips of the solution that carry any of some tasks. */
    double trips(BitSet some, List<Integer> used) {
        double trips = 0;
        for (int c : used) {
            for (BoundTask task : columns.get(c).tasks()) {
                if (some.get(task.row())) {
                    trips += columnVariables.get(c).solutionValue();
                    break;
                }
            }
        }
        return trips;
    }
}
