package io.chunfeng.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds for each kind of trip the load of least reduced cost: exactly, over every choice of tasks on board with the numbers
 * of persons that H15 admits.
 */
final class TripPricing {
    /** A trip with its load. @param persons of each task in {@code tasks} */
    record Column(TripTypes.Type type, BoundTask[] tasks, int[] persons, double fen) {}

    /** A limit on the number of trips that carry any of some tasks. */
    record Counted(BitSet tasks) {
        boolean counts(Column column) {
            for (BoundTask task : column.tasks) {
                if (tasks.get(task.row())) {
                    return true;
                }
            }
            return false;
        }
    }

    private final double partFen;
    private double[] personDual;
    private final List<Counted> counted = new ArrayList<>();
    private final List<Double> countedDual = new ArrayList<>();

    // the type at hand
    private int n;
    private double[] value = new double[8];
    private BoundTask[] task = new BoundTask[8];
    private double[] personFen = new double[8];
    private double[] optimistic = new double[9];
    private long[] cutMask = new long[8];
    private double[] cutDual = new double[8];
    private int cuts;
    private boolean[] chosen = new boolean[8];
    private boolean[] bestChosen = new boolean[8];
    private double best;
    private int seats;

    /** @param partFen of each part that rides a coach all the way */
    TripPricing(double partFen) {
        this.partFen = partFen;
    }

    /** @param personDual of each task's row */
    void prices(double[] personDual, List<Counted> rows, double[] rowDual) {
        this.personDual = personDual;
        counted.clear();
        countedDual.clear();
        for (int i = 0; i < rowDual.length; i++) {
            if (Math.abs(rowDual[i]) > 1e-9) {
                counted.add(rows.get(i));
                countedDual.add(rowDual[i]);
            }
        }
    }

    /** The load with the least reduced cost if that is below the limit (fen), else null; {@link #reducedFen} tells it. */
    Column best(TripTypes.Type type, double limit) {
        collect(type);
        best = -limit + type.fixedFen();
        if (optimistic[0] <= best) {
            return null;
        }
        boolean[] none = bestChosen;
        Arrays.fill(none, 0, n, false);
        double start = best;
        search(0, 0, 0, 0);
        return best == start ? null : column(type);
    }

    /** Of the column found last. */
    double reducedFen(TripTypes.Type type) {
        return type.fixedFen() - best;
    }

    private void collect(TripTypes.Type type) {
        n = 0;
        seats = type.seats();
        if (value.length < type.tasks().length) {
            int larger = type.tasks().length * 2;
            value = new double[larger];
            task = new BoundTask[larger];
            personFen = new double[larger];
            optimistic = new double[larger + 1];
            chosen = new boolean[larger];
            bestChosen = new boolean[larger];
        }
        for (int i = 0; i < type.tasks().length; i++) {
            BoundTask t = type.tasks()[i];
            if (type.personFen()[i] < Double.POSITIVE_INFINITY && t.least() <= seats) {
                double v = personDual[t.row()] - type.personFen()[i];
                int k = n++;
                while (k > 0 && value[k - 1] < v) {
                    value[k] = value[k - 1];
                    task[k] = task[k - 1];
                    personFen[k] = personFen[k - 1];
                    k--;
                }
                value[k] = v;
                task[k] = t;
                personFen[k] = type.personFen()[i];
            }
        }
        collectCuts();
        // most that tasks k and later can add, each with all seats to itself
        optimistic[n] = 0;
        for (int k = n - 1; k >= 0; k--) {
            double gain = Math.max(0, value[k]) * Math.min(seats, task[k].most()) + fixed(k);
            for (int c = 0; c < cuts; c++) {
                if ((cutMask[c] >> k & 1) != 0) {
                    gain += Math.max(0, cutDual[c]);
                }
            }
            optimistic[k] = optimistic[k + 1] + Math.max(0, gain);
        }
    }

    private double fixed(int k) {
        return task[k].direct() ? -partFen : 0;
    }

    private void collectCuts() {
        cuts = 0;
        for (int c = 0; c < counted.size(); c++) {
            long mask = 0;
            for (int k = 0; k < n; k++) {
                if (counted.get(c).tasks().get(task[k].row())) {
                    mask |= 1L << k;
                }
            }
            if (mask != 0) {
                if (cuts == cutMask.length) {
                    cutMask = Arrays.copyOf(cutMask, cuts * 2);
                    cutDual = Arrays.copyOf(cutDual, cuts * 2);
                }
                cutMask[cuts] = mask;
                cutDual[cuts++] = countedDual.get(c);
            }
        }
    }

    /** @param gain fixed gains, cuts included, of those on board; @param least persons on board at least */
    private void search(int k, long onBoard, double gain, int least) {
        if (onBoard != 0) {
            double total = gain + fill(k) + cutsOf(onBoard);
            if (total > best) {
                best = total;
                System.arraycopy(chosen, 0, bestChosen, 0, k);
                Arrays.fill(bestChosen, k, n, false);
            }
        }
        double here = gain + fill(k) + cutsOf(onBoard);
        for (int i = k; i < n; i++) {
            if (here + optimistic[i] <= best) {
                return;
            }
            if (least + task[i].least() <= seats) {
                chosen[i] = true;
                Arrays.fill(chosen, k, i, false);
                search(i + 1, onBoard | 1L << i, gain + fixed(i), least + task[i].least());
                chosen[i] = false;
            }
        }
    }

    private double cutsOf(long onBoard) {
        double gain = 0;
        for (int c = 0; c < cuts; c++) {
            if ((cutMask[c] & onBoard) != 0) {
                gain += cutDual[c];
            }
        }
        return gain;
    }

    /** Best value of seats for the chosen among the first k: everybody's least, then the most valuable. */
    private double fill(int k) {
        int free = seats;
        double total = 0;
        for (int i = 0; i < k; i++) {
            if (chosen[i]) {
                free -= task[i].least();
                total += task[i].least() * value[i];
            }
        }
        for (int i = 0; i < k && value[i] > 0 && free > 0; i++) {
            if (chosen[i]) {
                int more = Math.min(free, task[i].most() - task[i].least());
                free -= more;
                total += more * value[i];
            }
        }
        return total;
    }

    private Column column(TripTypes.Type type) {
        int free = seats;
        List<BoundTask> tasks = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (bestChosen[i]) {
                tasks.add(task[i]);
                free -= task[i].least();
            }
        }
        int[] persons = new int[tasks.size()];
        double fen = type.fixedFen();
        int at = 0;
        for (int i = 0; i < n; i++) {
            if (bestChosen[i]) {
                int more = value[i] > 0 ? Math.min(free, task[i].most() - task[i].least()) : 0;
                free -= more;
                persons[at] = task[i].least() + more;
                fen += persons[at] * personFen[i] - fixed(i);
                at++;
            }
        }
        return new Column(type, tasks.toArray(BoundTask[]::new), persons, fen);
    }
}
