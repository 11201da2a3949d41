package io.chunfeng.solver;

import java.util.ArrayList;
import java.util.List;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.calculator.IncrementalScoreCalculator;

/**
 * The objective of the specification, kept up to date change by change. The rules of the road (H02, H05 to H10, H12,
 * H16) hold by construction of each {@link TripSchedule}; what several trips or parts share is counted here: seats of
 * trains and flights (H01), coaches of a pool (H04), minimums (H13), smallest parts (H15), headcounts (H17), and that
 * the riders of a trip are those it was made for. Named in the files of solver-configs.
 */
public class AssignmentScore implements IncrementalScoreCalculator<Assignment, HardMediumSoftLongScore> {
    private Roster.Load[] loads;
    private long[] serviceHard;
    private long[] serviceFen;
    private PoolTrips[] pools;
    private int[] persons;
    private int[] wheelchairs;
    private int[] partsInUse;
    private long[] groupHard;
    private long[] groupFen;
    private long[] ridersNow;
    private boolean[] wrongRiders;

    private final List<PoolTrips> changedPools = new ArrayList<>();
    private long overdrawn;
    private long hard;
    private long unserved;
    private long fen;

    @Override
    public void resetWorkingSolution(Assignment solution) {
        Instance in = solution.instance();
        List<ServiceFact> services = in.services;
        loads = services.stream().map(Roster.Load::new).toArray(Roster.Load[]::new);
        serviceHard = new long[services.size()];
        serviceFen = new long[services.size()];
        pools = in.pools.stream().map(PoolTrips::new).toArray(PoolTrips[]::new);
        persons = new int[in.groups.size()];
        wheelchairs = new int[in.groups.size()];
        partsInUse = new int[in.groups.size()];
        groupHard = new long[in.groups.size()];
        groupFen = new long[in.groups.size()];
        ridersNow = new long[solution.getSlots().size()];
        wrongRiders = new boolean[solution.getSlots().size()];
        changedPools.clear();
        overdrawn = 0;
        hard = 0;
        unserved = 0;
        fen = 0;
        for (ServiceFact service : services) {
            serviceFen[service.index] = bookingFen(service, loads[service.index]);
            serviceHard[service.index] = broken(service, loads[service.index]);
            fen += serviceFen[service.index];
            hard += serviceHard[service.index];
        }
        for (GroupFact group : in.groups) {
            unserved += (long) group.weight * group.headcount;
        }
        solution.getSlots().forEach(slot -> trip(slot, 1));
        solution.getParts().forEach(part -> part(part, 1));
    }

    @Override
    public void beforeEntityAdded(Object entity) {}

    @Override
    public void afterEntityAdded(Object entity) {}

    @Override
    public void beforeVariableChanged(Object entity, String variableName) {
        change(entity, -1);
    }

    @Override
    public void afterVariableChanged(Object entity, String variableName) {
        change(entity, 1);
    }

    @Override
    public void beforeEntityRemoved(Object entity) {}

    @Override
    public void afterEntityRemoved(Object entity) {}

    @Override
    public HardMediumSoftLongScore calculateScore() {
        for (PoolTrips pool : changedPools) {
            overdrawn += pool.recount();
        }
        changedPools.clear();
        return HardMediumSoftLongScore.of(-hard - overdrawn, -unserved, -fen);
    }

    private void change(Object entity, int sign) {
        if (entity instanceof CoachSlot slot) {
            trip(slot, sign);
        } else {
            part((GroupPart) entity, sign);
        }
    }

    private void trip(CoachSlot slot, int sign) {
        TripSchedule trip = slot.getSchedule();
        if (trip != null) {
            fen += sign * trip.costFen();
            use(pools[slot.pool().index], trip, sign);
            ride(slot.id(), -sign * trip.riders());
        }
    }

    private void part(GroupPart part, int sign) {
        Itinerary itinerary = part.getItinerary();
        if (itinerary == null) {
            return;
        }
        GroupFact group = part.group();
        unserved -= sign * (long) group.weight * itinerary.headcount();
        hard += sign * Math.max(0, group.minPart - itinerary.headcount());
        count(group, itinerary, sign);
        if (itinerary.coachOut() != Itinerary.NONE) {
            ride(itinerary.coachOut(), sign * itinerary.taskOut(group).mark());
        }
        if (itinerary.coachIn() != Itinerary.NONE) {
            ride(itinerary.coachIn(), sign * itinerary.taskIn(group).mark());
        }
        if (itinerary.ride() != null) {
            fen += sign * itinerary.rideFen();
            book(itinerary, sign);
        }
    }

    private void count(GroupFact group, Itinerary itinerary, int sign) {
        int g = group.index;
        persons[g] += sign * itinerary.headcount();
        wheelchairs[g] += sign * itinerary.wheelchairs();
        partsInUse[g] += sign;
        hard -= groupHard[g];
        fen -= groupFen[g];
        groupHard[g] = Math.max(0, persons[g] - group.headcount)
                + Math.max(0, wheelchairs[g] - group.wheelchairs)
                + Math.max(0, (persons[g] - wheelchairs[g]) - (group.headcount - group.wheelchairs));
        int first = group.pinnedParts > 0 ? 0 : 1;
        groupFen[g] = partsInUse[g] == 0 ? 0 : (partsInUse[g] - first) * group.extraPartFen;
        hard += groupHard[g];
        fen += groupFen[g];
    }

    /** What the trip was made for, less who rides it: zero when it is the same people. */
    private void ride(int slot, long mark) {
        hard -= wrongRiders[slot] ? 1 : 0;
        ridersNow[slot] += mark;
        wrongRiders[slot] = ridersNow[slot] != 0;
        hard += wrongRiders[slot] ? 1 : 0;
    }

    private void book(Itinerary itinerary, int sign) {
        ServiceFact service = itinerary.ride().service();
        int s = service.index;
        hard -= serviceHard[s];
        fen -= serviceFen[s];
        loads[s].add(itinerary, sign);
        serviceHard[s] = broken(service, loads[s]);
        serviceFen[s] = bookingFen(service, loads[s]);
        hard += serviceHard[s];
        fen += serviceFen[s];
    }

    /** Persons too many or too few; what is pinned cannot be helped. */
    private static long broken(ServiceFact service, Roster.Load load) {
        boolean nobody = load.passengers == service.pinnedPassengers && !service.relied;
        return nobody ? 0 : overload(service, load) + Math.max(0, service.minPassengers - load.passengers);
    }

    private static long overload(ServiceFact service, Roster.Load load) {
        long over = 0;
        for (int s = 0; s < load.persons.length; s++) {
            over += Math.max(0, load.persons[s] - service.unitLimit() * service.seatsPerUnit);
            over += Math.max(0, load.wheelchairs[s] - service.unitLimit() * service.wheelchairsPerUnit);
        }
        return over;
    }

    private static long bookingFen(ServiceFact service, Roster.Load load) {
        int units = Math.min(service.unitLimit(), service.units(load.persons, load.wheelchairs, load.passengers));
        return service.costFen(units, load.passengers);
    }

    private void use(PoolTrips pool, TripSchedule trip, int sign) {
        pool.count(trip, sign);
        if (!pool.changed) {
            pool.changed = true;
            changedPools.add(pool);
        }
    }

    /** Trips of one pool; how many coaches too few is worked out only when it is asked and may have changed. */
    private static final class PoolTrips {
        private final PoolFact pool;
        private final List<TripSchedule> trips = new ArrayList<>();
        private int overload;
        private boolean changed;

        PoolTrips(PoolFact pool) {
            this.pool = pool;
        }

        void count(TripSchedule trip, int sign) {
            if (sign > 0) {
                trips.add(trip);
                return;
            }
            int at = trips.size() - 1;
            while (trips.get(at) != trip) {
                at--;
            }
            trips.set(at, trips.get(trips.size() - 1));
            trips.remove(trips.size() - 1);
        }

        /** @return by how much the overload has changed */
        int recount() {
            int before = overload;
            changed = false;
            overload = 0;
            if (trips.size() + pool.pinnedBusy.size() / 2 > pool.pool.count()) {
                overload = new PoolUsage(pool, trips).overload();
            }
            return overload - before;
        }
    }
}
