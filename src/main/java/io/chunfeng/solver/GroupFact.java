package io.chunfeng.solver;

import io.chunfeng.demand.Group;
import java.util.ArrayList;
import java.util.List;

/** A group as the solver sees it: indices instead of ids, epoch seconds instead of moments, less what is pinned. */
final class GroupFact {
    static final long NO_PREFERRED_DAY = Long.MIN_VALUE;

    final int index;
    final Group group;
    final int from;
    final int to;
    final int headcount;
    final int wheelchairs;
    final int minPart;
    final long earliest;
    final long latest;
    final int weight;
    final long extraPartFen;
    /** Epoch day in Asia/Shanghai, or {@link #NO_PREFERRED_DAY}. */
    final long preferredDay;
    /** Whether a coach all the way is admitted and can get there. */
    boolean direct;
    /** Parts that exist already because they are pinned: each further part is an extra one. */
    int pinnedParts;

    Told told = Told.NOTHING;

    final List<RideOption> rides = new ArrayList<>();
    /** Its parts in {@link Assignment#getParts()} are [firstPart, firstPart + partCount). */
    int firstPart;

    int partCount;

    GroupFact(
            int index,
            Group group,
            int from,
            int to,
            int headcount,
            int wheelchairs,
            long asOf,
            int weight,
            long extraPartFen,
            long preferredDay) {
        this.index = index;
        this.group = group;
        this.from = from;
        this.to = to;
        this.headcount = headcount;
        this.wheelchairs = wheelchairs;
        this.minPart = Math.min(group.minPart(), group.headcount());
        this.earliest = Math.max(group.earliestDeparture().getEpochSecond(), asOf);
        this.latest = group.latestArrival().getEpochSecond();
        this.weight = weight;
        this.extraPartFen = extraPartFen;
        this.preferredDay = preferredDay;
    }

    /**
     * The same group with fewer people, for a smaller problem; its rides are still to be added.
     *
     * @param pinnedParts parts of it that travel already
     */
    GroupFact(GroupFact like, int index, int headcount, int wheelchairs, int pinnedParts) {
        this.index = index;
        this.group = like.group;
        this.from = like.from;
        this.to = like.to;
        this.headcount = headcount;
        this.wheelchairs = wheelchairs;
        this.minPart = like.minPart;
        this.earliest = like.earliest;
        this.latest = like.latest;
        this.weight = like.weight;
        this.extraPartFen = like.extraPartFen;
        this.preferredDay = like.preferredDay;
        this.direct = like.direct;
        this.pinnedParts = pinnedParts;
    }

    /** Persons times days between a departure and the preferred date. */
    long dayShift(long departure, int persons) {
        if (preferredDay == NO_PREFERRED_DAY) {
            return 0;
        }
        return Math.abs(Instance.localDay(departure) - preferredDay) * persons;
    }

    /** Whether the train or flight is one of its ways. */
    boolean suits(ServiceFact service) {
        for (RideOption ride : rides) {
            if (ride.service() == service) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return group.id();
    }
}
