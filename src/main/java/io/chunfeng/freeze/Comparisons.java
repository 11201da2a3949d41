package io.chunfeng.freeze;

import io.chunfeng.dispatch.Ledger;
import io.chunfeng.dispatch.LedgerEntry;
import io.chunfeng.dispatch.Recording;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What became of the figures from one frozen table to the next, and why. */
public final class Comparisons {
    private final FrozenTables frozen;
    private final Ledger ledger;

    public Comparisons(FrozenTables frozen, Ledger ledger) {
        this.frozen = frozen;
        this.ledger = ledger;
    }

    public List<CellDifference> cells(FrozenTable earlier, FrozenTable later) {
        return CellDifference.between(frozen.cells(earlier.key()), frozen.cells(later.key()));
    }

    /** The trips that make the difference of one counted cell, those of corrections first. */
    public List<TripDifference> trips(FrozenTable earlier, FrozenTable later, String row, int column) {
        Map<TripKey, Long> before = shares(earlier, row, column);
        Map<TripKey, Long> after = shares(later, row, column);
        Map<TripKey, FrozenTrip> known = new HashMap<>(frozen.trips(earlier.key()));
        known.putAll(frozen.trips(later.key()));
        Set<TripKey> all = new HashSet<>(before.keySet());
        all.addAll(after.keySet());
        return all.stream()
                .filter(trip -> !before.getOrDefault(trip, 0L).equals(after.getOrDefault(trip, 0L)))
                .map(trip -> difference(earlier, later, known.get(trip), before, after))
                .sorted(Comparator.comparing(TripDifference::newlyRan)
                        .thenComparing(difference -> difference.trip().ranAt())
                        .thenComparing(difference -> difference.trip().trip().vehicle()))
                .toList();
    }

    private TripDifference difference(
            FrozenTable earlier,
            FrozenTable later,
            FrozenTrip trip,
            Map<TripKey, Long> before,
            Map<TripKey, Long> after) {
        boolean newlyRan = trip.ranAt().isAfter(earlier.query().asOf());
        Map<Long, Recording> because = new TreeMap<>();
        if (!newlyRan) {
            for (LedgerEntry entry :
                    ledger.ofTrip(trip.trip().planId(), trip.trip().vehicle())) {
                long id = entry.recording().id();
                if (id > earlier.query().recording() && id <= later.query().recording()) {
                    because.put(id, entry.recording());
                }
            }
        }
        return new TripDifference(
                trip,
                before.getOrDefault(trip.trip(), 0L),
                after.getOrDefault(trip.trip(), 0L),
                newlyRan,
                List.copyOf(because.values()));
    }

    private Map<TripKey, Long> shares(FrozenTable table, String row, int column) {
        Map<TripKey, Long> shares = new HashMap<>();
        frozen.behind(table.key(), row, column).forEach(share -> shares.put(share.trip(), share.value()));
        return shares;
    }
}
