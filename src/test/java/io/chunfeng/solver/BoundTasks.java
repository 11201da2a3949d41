package io.chunfeng.solver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every use that a group of a problem can make of a coach, and every train or flight with the coaches it needs. */
final class BoundTasks {
    /** @param out task to the station, or null; @param in task from it, or null */
    record Ride(GroupFact group, RideOption option, BoundTask out, BoundTask in) {}

    private record Call(GroupFact group, ServiceFact service, int call, boolean out) {}

    final List<BoundTask> tasks = new ArrayList<>();
    final List<Ride> rides = new ArrayList<>();
    private final boolean minParts;
    private final Map<Call, BoundTask> calls = new LinkedHashMap<>();

    /** @param minParts whether H15 holds; otherwise groups are split into persons */
    BoundTasks(Instance in, boolean minParts) {
        this.minParts = minParts;
        for (GroupFact group : in.groups) {
            int least = least(group);
            if (group.direct) {
                tasks.add(new BoundTask(
                        tasks.size(), group, group.from, group.to, group.earliest, group.latest, 0, true, true, least));
            }
            for (RideOption ride : group.rides) {
                rides.add(new Ride(
                        group,
                        ride,
                        ride.feederOut() ? feeder(group, ride, true) : null,
                        ride.feederIn() ? feeder(group, ride, false) : null));
            }
        }
    }

    /** Fewest persons of a group that may travel together (H15): everybody where two parts would be too small. */
    private int least(GroupFact group) {
        if (!minParts) {
            return 1;
        }
        return group.headcount < 2 * group.minPart ? group.headcount : group.minPart;
    }

    /** A coach to a call serves every ride from there, whatever its end, so that there is one task for all of them. */
    private BoundTask feeder(GroupFact group, RideOption ride, boolean out) {
        ServiceFact service = ride.service();
        return calls.computeIfAbsent(new Call(group, service, out ? ride.board() : ride.alight(), out), call -> {
            LegTask leg = out ? ride.taskOut(group, 1, 0) : ride.taskIn(group, 1, 0);
            BoundTask task = new BoundTask(
                    tasks.size(),
                    group,
                    leg.board(),
                    leg.alight(),
                    leg.earliest(),
                    leg.latest(),
                    out ? service.checkInSeconds : service.egressSeconds,
                    false,
                    out,
                    least(group));
            tasks.add(task);
            return task;
        });
    }
}
