package io.chunfeng.solver;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A block of a solution as a problem of its own, which shares the matrix of the whole. Whatever is outside stays as it is:
 * coaches that others ride are busy, seats that others have are taken, and what others have booked costs nothing.
 */
final class Excerpt {
    private final Assignment whole;
    private final Block block;
    private final Instance in;
    private final Assignment assignment;

    private final Map<GroupFact, GroupFact> groups = new HashMap<>();
    private final Map<GroupFact, GroupFact> groupsBack = new HashMap<>();
    private final Map<PoolFact, PoolFact> pools = new HashMap<>();
    private final Map<PoolFact, PoolFact> poolsBack = new HashMap<>();
    private final Map<ServiceFact, ServiceFact> services = new HashMap<>();
    private final BitSet parts = new BitSet();
    private final BitSet slots = new BitSet();

    Excerpt(Assignment whole, Block block) {
        this.whole = whole;
        this.block = block;
        in = new Instance(whole.instance());
        for (GroupPart part : block.parts) {
            parts.set(part.id());
            for (int slot : part.getItinerary().coaches()) {
                slots.set(slot);
            }
        }
        addServices();
        List<GroupPart> partsHere = addGroups();
        in.findSuited();
        List<CoachSlot> slotsHere = addPools();
        assignment = new Assignment(in, partsHere, slotsHere);
        new Transfer(groups, pools).copy(block.parts, whole, assignment);
    }

    /** The block's part of the solution. */
    Assignment assignment() {
        return assignment;
    }

    /** Puts a solution of the block into the whole, in the place of what was there. */
    void putBack(Assignment solution) {
        block.parts.forEach(part -> part.setItinerary(null));
        slots.stream().forEach(slot -> whole.getSlots().get(slot).setSchedule(null));
        List<GroupPart> travelling = solution.getParts().stream()
                .filter(part -> part.getItinerary() != null)
                .toList();
        new Transfer(groupsBack, poolsBack).copy(travelling, solution, whole);
    }

    private void addServices() {
        for (ServiceFact service : whole.instance().services) {
            if (block.services.get(service.index)) {
                ServiceFact here = new ServiceFact(service, in.services.size());
                in.services.add(here);
                services.put(service, here);
            }
        }
        for (GroupPart part : whole.getParts()) {
            Itinerary itinerary = part.getItinerary();
            if (itinerary != null && itinerary.ride() != null && !parts.get(part.id())) {
                ServiceFact here = services.get(itinerary.ride().service());
                if (here != null) {
                    board(here, itinerary);
                }
            }
        }
        services.forEach((there, here) -> here.relied =
                here.pinnedPassengers > there.pinnedPassengers && here.pinnedPassengers < here.minPassengers);
    }

    private static void board(ServiceFact service, Itinerary itinerary) {
        for (int s = itinerary.ride().board(); s < itinerary.ride().alight(); s++) {
            service.pinnedLoad[s] += itinerary.headcount();
            service.pinnedWheelchairs[s] += itinerary.wheelchairs();
        }
        service.pinnedPassengers += itinerary.headcount();
    }

    /** Of each group those who travel in the block, and those who stay behind where they belong to it. */
    private List<GroupPart> addGroups() {
        BitSet withRest = new BitSet();
        block.leftBehind.forEach(group -> withRest.set(group.index));
        List<GroupPart> all = new ArrayList<>();
        block.groups.stream().mapToObj(whole.instance().groups::get).forEach(group -> {
            int persons = withRest.get(group.index) ? group.headcount : 0;
            int wheelchairs = withRest.get(group.index) ? group.wheelchairs : 0;
            int partsElsewhere = 0;
            for (GroupPart part : whole.partsOf(group)) {
                Itinerary itinerary = part.getItinerary();
                if (itinerary == null) {
                    continue;
                }
                boolean inside = parts.get(part.id());
                int sign = inside ? withRest.get(group.index) ? 0 : 1 : withRest.get(group.index) ? -1 : 0;
                persons += sign * itinerary.headcount();
                wheelchairs += sign * itinerary.wheelchairs();
                partsElsewhere += inside ? 0 : 1;
            }
            GroupFact here =
                    new GroupFact(group, in.groups.size(), persons, wheelchairs, group.pinnedParts + partsElsewhere);
            for (RideOption ride : group.rides) {
                here.rides.add(ride.on(services.get(ride.service())));
            }
            here.firstPart = all.size();
            here.partCount = group.partCount - partsElsewhere;
            for (int i = 0; i < here.partCount; i++) {
                all.add(new GroupPart(all.size(), here));
            }
            in.groups.add(here);
            groups.put(group, here);
            groupsBack.put(here, group);
        });
        return all;
    }

    private List<CoachSlot> addPools() {
        Dispatches dispatches = new Dispatches(in);
        List<CoachSlot> all = new ArrayList<>();
        for (PoolFact pool : whole.instance().pools) {
            if (!block.pools.get(pool.index)) {
                continue;
            }
            PoolFact here = new PoolFact(pool, in.pools.size());
            in.pools.add(here);
            pools.put(pool, here);
            poolsBack.put(here, pool);
            int inside = 0;
            int elsewhere = 0;
            for (CoachSlot slot : whole.slotsOf(pool)) {
                if (slots.get(slot.id())) {
                    inside++;
                } else if (slot.getSchedule() != null) {
                    elsewhere++;
                    here.pinnedBusy.add(slot.getSchedule().busyFrom());
                    here.pinnedBusy.add(slot.getSchedule().busyUntil());
                }
            }
            here.firstSlot = all.size();
            here.slotCount = Math.min(pool.slotCount - elsewhere, Math.max(inside, dispatches.most(here)));
            for (int i = 0; i < here.slotCount; i++) {
                all.add(new CoachSlot(all.size(), here));
            }
        }
        return all;
    }
}
