package io.chunfeng.solver;

import io.chunfeng.demand.Mode;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Works out which trains and flights groups can use, and between which calls. */
final class Rides {
    private final Instance in;

    /** By place: services with a call that people can get to, or get away from. Most places are near few of many. */
    private final Map<Integer, BitSet> boardable = new HashMap<>();

    private final Map<Integer, BitSet> alightable = new HashMap<>();

    /** @param in with its services */
    Rides(Instance in) {
        this.in = in;
    }

    void addTo(GroupFact group) {
        BitSet both = (BitSet) boardable
                .computeIfAbsent(group.from, place -> near(place, true))
                .clone();
        both.and(alightable.computeIfAbsent(group.to, place -> near(place, false)));
        both.stream().mapToObj(in.services::get).forEach(service -> {
            if (group.group.modes().contains(service.rail ? Mode.RAIL : Mode.AIR)) {
                for (int i = 0; i < service.segments(); i++) {
                    for (int j = i + 1; j < service.place.length; j++) {
                        add(group, service, i, j);
                    }
                }
            }
        });
    }

    private BitSet near(int place, boolean boarding) {
        BitSet near = new BitSet();
        for (ServiceFact service : in.services) {
            for (int call : service.place) {
                if (boarding
                        ? walkable(place, call) || feeder(place, call)
                        : walkable(call, place) || feeder(call, place)) {
                    near.set(service.index);
                }
            }
        }
        return near;
    }

    private void add(GroupFact group, ServiceFact service, int i, int j) {
        int out = service.place[i];
        int back = service.place[j];
        boolean feederOut = !walkable(group.from, out);
        boolean feederIn = !walkable(back, group.to);
        long leaves = service.depart[i];
        if (feederOut) {
            if (!feeder(group.from, out)) {
                return;
            }
            leaves -= service.checkInSeconds + in.seconds[group.from][out];
        }
        long arrives = service.arrive[j];
        if (feederIn) {
            if (!feeder(back, group.to)) {
                return;
            }
            arrives += service.egressSeconds + in.seconds[back][group.to];
        }
        if (leaves >= group.earliest && arrives <= group.latest) {
            group.rides.add(new RideOption(service, i, j, feederOut, feederIn));
        }
    }

    private boolean walkable(int a, int b) {
        return within(a, b, in.rules.walkMetres()) || within(b, a, in.rules.walkMetres());
    }

    private boolean feeder(int from, int to) {
        return within(from, to, in.rules.maxFeederMetres());
    }

    private boolean within(int from, int to, int limit) {
        return in.reachable(from, to) && in.metres[from][to] <= limit;
    }
}
