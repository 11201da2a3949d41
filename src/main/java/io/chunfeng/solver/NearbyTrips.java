package io.chunfeng.solver;

import java.util.Arrays;

/** Trips in use that people could sensibly join: all of them where there are few, else those of related people. */
final class NearbyTrips {
    /** Up to so many trips all of them are looked at. */
    private static final int FEW = 48;

    private final Neighbours neighbours;
    private int[] slots = new int[64];
    private double[] growth = new double[64];
    private int size;
    private int[] seen = new int[0];
    private int round;

    NearbyTrips(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    int size() {
        return size;
    }

    int slot(int index) {
        return slots[index];
    }

    /** Roughly the least in fen that this trip grows by. */
    double growthFen(int index) {
        return growth[index];
    }

    /** Looks for trips that grow by less than the bound, those that grow least first. */
    void look(Roster roster, LegTask task, RideOption ride, double boundFen) {
        size = 0;
        begin(roster);
        passOver(roster, task.group());
        if (roster.used().size() <= FEW) {
            for (int i = 0; i < roster.used().size(); i++) {
                consider(roster, roster.used().get(i), task, boundFen);
            }
            return;
        }
        if (ride != null) {
            IntBag riders = roster.riders(ride.service());
            for (int i = 0; i < riders.size(); i++) {
                considerTripsOf(roster, roster.itinerary(riders.get(i)), task, boundFen);
            }
        }
        for (GroupFact group : neighbours.of(task.group())) {
            int left = roster.partsInUse(group) - group.pinnedParts;
            for (int p = group.firstPart; left > 0; p++) {
                Itinerary itinerary = roster.itinerary(p);
                if (itinerary != null) {
                    left--;
                    considerTripsOf(roster, itinerary, task, boundFen);
                }
            }
        }
    }

    /** Nobody of the group boards a coach that others of it ride already. */
    private void passOver(Roster roster, GroupFact group) {
        for (int p = group.firstPart; p < group.firstPart + group.partCount; p++) {
            Itinerary itinerary = roster.itinerary(p);
            if (itinerary != null) {
                if (itinerary.coachOut() != Itinerary.NONE) {
                    seen[itinerary.coachOut()] = round;
                }
                if (itinerary.coachIn() != Itinerary.NONE) {
                    seen[itinerary.coachIn()] = round;
                }
            }
        }
    }

    private void begin(Roster roster) {
        if (seen.length < roster.slotCount()) {
            seen = new int[roster.slotCount()];
        }
        round++;
    }

    private void considerTripsOf(Roster roster, Itinerary itinerary, LegTask task, double boundFen) {
        if (itinerary.coachOut() != Itinerary.NONE) {
            consider(roster, itinerary.coachOut(), task, boundFen);
        }
        if (itinerary.coachIn() != Itinerary.NONE) {
            consider(roster, itinerary.coachIn(), task, boundFen);
        }
    }

    private void consider(Roster roster, int slot, LegTask task, double boundFen) {
        if (seen[slot] == round) {
            return;
        }
        seen[slot] = round;
        double fen = Detour.fen(roster.in, roster.trip(slot), task);
        if (fen >= boundFen) {
            return;
        }
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, size * 2);
            growth = Arrays.copyOf(growth, size * 2);
        }
        int at = size++;
        while (at > 0 && growth[at - 1] > fen) {
            growth[at] = growth[at - 1];
            slots[at] = slots[at - 1];
            at--;
        }
        growth[at] = fen;
        slots[at] = slot;
    }
}
