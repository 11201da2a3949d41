package io.chunfeng.solver;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whole coaches: n persons of some groups need at least ⌈n / seats⌉ coaches. Where y of them go by train or flight, coaches
 * + y / r ≥ ⌈n / seats⌉ with the persons r of the coach that is not full (mixed integer rounding).
 */
final class CoachCuts {
    private static final double LEAST_VIOLATION = 0.02;

    /** Sets of groups whose coaches are counted, with the largest coach that carries any of them. */
    record GroupSet(List<GroupFact> groups, BitSet tasks, int persons, int seats) {
        int coaches() {
            return (persons + seats - 1) / seats;
        }

        double perRider() {
            return 1.0 / (persons - (coaches() - 1) * seats);
        }
    }

    private final BoundTasks tasks;
    private final int[] seats;
    final List<GroupSet> sets = new ArrayList<>();

    CoachCuts(Instance in, BoundTasks tasks, List<TripTypes.Type> types) {
        this.tasks = tasks;
        seats = new int[in.groups.size()];
        for (TripTypes.Type type : types) {
            for (int i = 0; i < type.tasks().length; i++) {
                BoundTask task = type.tasks()[i];
                if (task.direct() && type.personFen()[i] < Double.POSITIVE_INFINITY) {
                    seats[task.group().index] = Math.max(seats[task.group().index], type.seats());
                }
            }
        }
        combine(in.groups.stream().map(List::of).toList());
        combine(same(in.groups, true));
        combine(same(in.groups, false));
        add(in.groups);
    }

    private static List<List<GroupFact>> same(List<GroupFact> groups, boolean from) {
        Map<Integer, List<GroupFact>> byPlace = new TreeMap<>();
        for (GroupFact group : groups) {
            byPlace.computeIfAbsent(from ? group.from : group.to, place -> new ArrayList<>())
                    .add(group);
        }
        return new ArrayList<>(byPlace.values());
    }

    /** Each, each two and each three of them together. */
    private void combine(List<List<GroupFact>> some) {
        for (int i = 0; i < some.size(); i++) {
            add(some.get(i));
            for (int j = i + 1; j < some.size(); j++) {
                add(joined(some.get(i), some.get(j)));
                for (int k = j + 1; k < some.size(); k++) {
                    add(joined(joined(some.get(i), some.get(j)), some.get(k)));
                }
            }
        }
    }

    private static List<GroupFact> joined(List<GroupFact> a, List<GroupFact> b) {
        List<GroupFact> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    private void add(List<GroupFact> groups) {
        int persons = groups.stream().mapToInt(group -> group.headcount).sum();
        int most = groups.stream().mapToInt(group -> seats[group.index]).max().orElse(0);
        if (most > 0) {
            BitSet direct = new BitSet();
            for (BoundTask task : tasks.tasks) {
                if (task.direct() && groups.contains(task.group())) {
                    direct.set(task.row());
                }
            }
            sets.add(new GroupSet(groups, direct, persons, most));
        }
    }

    /** Those that the solution at hand breaks most. */
    List<GroupSet> violated(BoundMaster master, int most) {
        record Violated(GroupSet set, double by) {}
        List<Violated> violated = new ArrayList<>();
        double[] riders = new double[seats.length];
        for (int r = 0; r < tasks.rides.size(); r++) {
            riders[tasks.rides.get(r).group().index] +=
                    master.rideVariables.get(r).solutionValue();
        }
        List<Integer> used = master.usedColumns();
        for (GroupSet set : sets) {
            double coaches = master.trips(set.tasks(), used);
            for (GroupFact group : set.groups()) {
                coaches += riders[group.index] * set.perRider();
            }
            if (coaches < set.coaches() - LEAST_VIOLATION) {
                violated.add(new Violated(
                        set, (set.coaches() - coaches) / Math.sqrt(set.groups().size())));
            }
        }
        violated.sort(Comparator.comparingDouble(v -> -v.by()));
        return violated.stream().limit(most).map(Violated::set).toList();
    }
}
