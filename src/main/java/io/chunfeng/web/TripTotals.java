package io.chunfeng.web;

import java.util.List;

/** Sums below the trip table. Persons are rides: who takes a feeder and a train is on two trips. */
record TripTotals(int trips, int persons, int seats, long metres, long costFen) {
    static TripTotals of(List<TripRow> rows) {
        return new TripTotals(
                rows.size(),
                rows.stream().mapToInt(TripRow::persons).sum(),
                rows.stream().mapToInt(TripRow::seats).sum(),
                rows.stream().mapToLong(row -> Math.max(0, row.metres())).sum(),
                rows.stream().mapToLong(TripRow::costFen).sum());
    }
}
