package io.chunfeng.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Groups whose journeys are most like that of a group. Worked out when first asked, from the nearest origins outwards: all
 * pairs of groups would take longer than the search has, where there are many. Shared by threads.
 */
final class Neighbours {
    /** Enough for every trip that a group could sensibly join. */
    private static final int MOST = 100;

    private final Instance in;
    private final Relatedness relatedness;
    private final AtomicReferenceArray<GroupFact[]> known;
    private final List<Origin> origins;
    /** By place: all origins, nearest first. */
    private final AtomicReferenceArray<Origin[]> outwards;
    /** By place: seconds to each destination of somebody. */
    private final AtomicReferenceArray<double[]> beyond;

    /** A place that people leave, and the groups that leave it. */
    private record Origin(int place, List<GroupFact> groups) {}

    Neighbours(Instance in) {
        this.in = in;
        this.relatedness = new Relatedness(in);
        this.known = new AtomicReferenceArray<>(in.groups.size());
        this.outwards = new AtomicReferenceArray<>(in.placeIds.length);
        this.beyond = new AtomicReferenceArray<>(in.placeIds.length);
        Map<Integer, Origin> byPlace = new TreeMap<>();
        for (GroupFact group : in.groups) {
            byPlace.computeIfAbsent(group.from, place -> new Origin(place, new ArrayList<>()))
                    .groups
                    .add(group);
        }
        this.origins = List.copyOf(byPlace.values());
    }

    /** The group itself, then others, nearest first. */
    GroupFact[] of(GroupFact group) {
        GroupFact[] near = known.get(group.index);
        if (near == null) {
            near = nearest(group);
            known.set(group.index, near);
        }
        return near;
    }

    private GroupFact[] nearest(GroupFact group) {
        int most = Math.min(MOST, in.groups.size());
        GroupFact[] near = new GroupFact[most];
        double[] apart = new double[most];
        int size = 0;
        double[] toOthers = beyond(group.to);
        for (Origin origin : outwards(group.from)) {
            double toOrigin = relatedness.seconds(group.from, origin.place);
            if (size == most && toOrigin > apart[size - 1]) {
                break;
            }
            for (GroupFact other : origin.groups) {
                double distance =
                        other == group ? -1 : toOrigin + toOthers[other.to] + relatedness.daysApart(group, other);
                if (size == most && !before(distance, other, apart[size - 1], near[size - 1])) {
                    continue;
                }
                int at = size < most ? size++ : size - 1;
                while (at > 0 && before(distance, other, apart[at - 1], near[at - 1])) {
                    apart[at] = apart[at - 1];
                    near[at] = near[at - 1];
                    at--;
                }
                apart[at] = distance;
                near[at] = other;
            }
        }
        return near;
    }

    private static boolean before(double distance, GroupFact group, double otherDistance, GroupFact other) {
        return distance < otherDistance || distance == otherDistance && group.index < other.index;
    }

    private double[] beyond(int place) {
        double[] seconds = beyond.get(place);
        if (seconds == null) {
            seconds = new double[in.placeIds.length];
            for (GroupFact group : in.groups) {
                if (seconds[group.to] == 0) {
                    seconds[group.to] = relatedness.seconds(place, group.to);
                }
            }
            beyond.set(place, seconds);
        }
        return seconds;
    }

    private Origin[] outwards(int place) {
        Origin[] order = outwards.get(place);
        if (order == null) {
            double[] seconds = new double[in.placeIds.length];
            for (Origin origin : origins) {
                seconds[origin.place] = relatedness.seconds(place, origin.place);
            }
            order = origins.toArray(Origin[]::new);
            Arrays.sort(order, Comparator.comparingDouble(origin -> seconds[origin.place]));
            outwards.set(place, order);
        }
        return order;
    }
}
