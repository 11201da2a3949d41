package io.chunfeng.solver;

import io.chunfeng.solver.TripPricing.Column;
import io.chunfeng.solver.TripPricing.Counted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Solves the linear program over every trip of a problem by adding only those that pay. */
final class ColumnGeneration {
    /** A column is worth adding when it saves more than this; {@link LowerBound} takes the rest off. */
    static final double LEAST_SAVING_FEN = 2;

    private static final int COLUMNS_A_ROUND = 300;
    private static final int CUTS_A_ROUND = 30;

    final BoundTasks tasks;
    final List<TripTypes.Type> types;
    final BoundMaster master;
    final CoachCuts cuts;
    private final TripPricing pricing;
    private final long until;

    /** @param until nanoseconds of {@link System#nanoTime}: then nothing more is begun */
    ColumnGeneration(Instance in, long until) {
        this.until = until;
        double partFen = in.rules.weights().fenPerExtraPart();
        tasks = new BoundTasks(in);
        types = TripTypes.of(in, tasks.tasks, until);
        master = new BoundMaster(in, tasks, partFen);
        cuts = new CoachCuts(in, tasks, types);
        pricing = new TripPricing(partFen);
    }

    /** Fen of the optimum with the limits that the program has now; NaN when the linear solver gave up or time is up. */
    double relax() {
        while (System.nanoTime() < until && master.solve()) {
            if (!addColumns()) {
                return master.value();
            }
        }
        return Double.NaN;
    }

    private boolean addColumns() {
        record Found(Column column, double reducedFen) {}
        pricing.prices(master.personDuals(), master.counted, master.countedDuals());
        List<Found> found = new ArrayList<>();
        for (TripTypes.Type type : types) {
            Column column = pricing.best(type, -LEAST_SAVING_FEN);
            if (column != null) {
                found.add(new Found(column, pricing.reducedFen(type)));
            }
        }
        found.stream()
                .sorted(Comparator.comparingDouble(Found::reducedFen))
                .limit(COLUMNS_A_ROUND)
                .forEach(f -> master.add(f.column()));
        return !found.isEmpty();
    }

    /** Adds whole coaches for sets of groups as long as the optimum has too few. */
    double relaxWithWholeCoaches() {
        double fen = relax();
        while (true) {
            List<CoachCuts.GroupSet> violated = cuts.violated(master, CUTS_A_ROUND);
            if (violated.isEmpty() || Double.isNaN(fen)) {
                return fen;
            }
            for (CoachCuts.GroupSet set : violated) {
                master.limit(
                        new Counted(set.tasks()), set.coaches(), BoundMaster.INFINITY, set.perRider(), set.groups());
            }
            fen = relax();
        }
    }
}
