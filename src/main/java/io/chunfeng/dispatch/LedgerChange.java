package io.chunfeng.dispatch;

import java.util.ArrayList;
import java.util.List;

/**
 * What has to be recorded so that the ledger says of a trip what is known now. Pure.
 *
 * @param reversed entries in force that do not say so
 * @param added entries that are missing, without id and recording
 */
public record LedgerChange(List<LedgerEntry> reversed, List<LedgerEntry> added) {
    public LedgerChange {
        reversed = List.copyOf(reversed);
        added = List.copyOf(added);
    }

    /** @param inForce entries of the trip that nothing has reversed @param trip what really ran */
    public static LedgerChange to(RanTrip trip, List<LedgerEntry> inForce) {
        List<LedgerEntry> added = entries(trip);
        List<LedgerEntry> reversed = new ArrayList<>();
        for (LedgerEntry entry : inForce) {
            // two parts of a group may have boarded alike: each of them stands for one
            if (!added.remove(content(entry))) {
                reversed.add(entry);
            }
        }
        return new LedgerChange(reversed, added);
    }

    public boolean nothing() {
        return reversed.isEmpty() && added.isEmpty();
    }

    private static LedgerEntry content(LedgerEntry entry) {
        return new LedgerEntry(
                0,
                null,
                entry.planId(),
                entry.vehicle(),
                entry.kind(),
                entry.name(),
                entry.carriages(),
                entry.happenedAt(),
                entry.groupId(),
                entry.county(),
                entry.fromCounty(),
                entry.toCounty(),
                entry.direction(),
                entry.mainLeg(),
                entry.persons(),
                entry.infants(),
                entry.escorts(),
                entry.owner(),
                null);
    }

    private static List<LedgerEntry> entries(RanTrip trip) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (RanTrip.Boarding boarding : trip.boardings()) {
            entries.add(new LedgerEntry(
                    0,
                    null,
                    trip.planId(),
                    trip.vehicleId(),
                    trip.kind(),
                    trip.name(),
                    trip.carriages(),
                    trip.ranAt(),
                    boarding.groupId(),
                    boarding.county(),
                    boarding.ends().fromCounty(),
                    boarding.ends().toCounty(),
                    boarding.ends().direction(),
                    boarding.mainLeg(),
                    boarding.persons(),
                    boarding.infants(),
                    boarding.escorts(),
                    trip.owner(),
                    null));
        }
        if (entries.isEmpty()) {
            entries.add(empty(trip));
        }
        return entries;
    }

    private static LedgerEntry empty(RanTrip trip) {
        return new LedgerEntry(
                0,
                null,
                trip.planId(),
                trip.vehicleId(),
                trip.kind(),
                trip.name(),
                trip.carriages(),
                trip.ranAt(),
                null,
                null,
                null,
                null,
                null,
                false,
                0,
                0,
                0,
                null,
                null);
    }
}
