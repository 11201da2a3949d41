package io.chunfeng.solver;

import java.util.concurrent.atomic.AtomicReferenceArray;

/** Groups whose journeys are most like that of a group. Worked out when first asked; shared by threads. */
final class Neighbours {
    /** Enough for every trip that a group could sensibly join. */
    private static final int MOST = 100;

    private final Instance in;
    private final Relatedness relatedness;
    private final AtomicReferenceArray<GroupFact[]> known;

    Neighbours(Instance in) {
        this.in = in;
        this.relatedness = new Relatedness(in);
        this.known = new AtomicReferenceArray<>(in.groups.size());
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
        for (GroupFact other : in.groups) {
            double distance = other == group ? -1 : relatedness.apart(group, other);
            if (size == most && distance >= apart[size - 1]) {
                continue;
            }
            int at = size < most ? size++ : size - 1;
            while (at > 0 && apart[at - 1] > distance) {
                apart[at] = apart[at - 1];
                near[at] = near[at - 1];
                at--;
            }
            apart[at] = distance;
            near[at] = other;
        }
        return near;
    }
}
