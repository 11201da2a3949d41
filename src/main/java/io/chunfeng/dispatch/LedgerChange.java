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
            if (!added.remove(entry.content())) {
                reversed.add(entry);
            }
        }
        return new LedgerChange(reversed, added);
    }

    public boolean nothing() {
        return reversed.isEmpty() && added.isEmpty();
    }

    private static List<LedgerEntry> entries(RanTrip trip) {
        List<LedgerEntry> entries = new ArrayList<>();
        trip.boardings().forEach(boarding -> entries.add(LedgerEntry.of(trip, boarding)));
        if (entries.isEmpty()) {
            entries.add(LedgerEntry.empty(trip));
        }
        return entries;
    }
}
