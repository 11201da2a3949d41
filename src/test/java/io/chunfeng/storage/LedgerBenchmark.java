package io.chunfeng.storage;

import io.chunfeng.dispatch.LedgerEntry;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.statistics.CountedTrips;
import io.chunfeng.statistics.CountingSettings;
import io.chunfeng.statistics.FilledCell;
import io.chunfeng.statistics.StatisticsTable;
import io.chunfeng.statistics.TableQuery;
import io.chunfeng.statistics.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * A table and the lineage of a cell over a season of 300,000 person-trips, before and after 1,000 random corrections:
 * {@code mvn -q test-compile exec:exec@ledger}. Real code, embedded PostgreSQL. Ends with 1 when a bar of 1 s is missed or a
 * table of before the corrections has changed.
 */
final class LedgerBenchmark {
    private static final int RUNS = 20;
    private static final int WARM_UP = 3;
    private static final double BAR_SECONDS = 1;
    private static final int CORRECTIONS = 1_000;
    private static final Instant DUE = Instant.parse("2024-02-22T18:00:00+08:00");
    private static final int COACH_PERSONS = 9;

    private final TestDatabase database;
    private final Tables tables;
    private boolean missed;

    private LedgerBenchmark(TestDatabase database) {
        this.database = database;
        this.tables = database.tables();
    }

    public static void main(String[] args) {
        int part = args.length == 0 ? 1 : Integer.parseInt(args[0]);
        boolean missed;
        try (TestDatabase database = TestDatabase.migrated()) {
            LedgerBenchmark benchmark = new LedgerBenchmark(database);
            benchmark.run(part);
            missed = benchmark.missed;
        }
        System.exit(missed ? 1 : 0);
    }

    private void run(int part) {
        long start = System.nanoTime();
        SeasonLedger season = SeasonLedger.filled(database, part, 2024);
        print("filled in %.1f s: %s", (System.nanoTime() - start) / 1e9, content(season));
        long frozen = database.ledger().newest();
        List<FilledCell> signed = table(DUE, frozen).filled();
        measure("");
        Corrections corrections = new Corrections(database, season, 2025);
        start = System.nanoTime();
        corrections.make(CORRECTIONS);
        print("%d corrections in %.1f s: %s", CORRECTIONS, (System.nanoTime() - start) / 1e9, content(season));
        boolean same = table(DUE, frozen).filled().equals(signed);
        print("table as of recording %d %s", frozen, same ? "unchanged" : "CHANGED");
        print(
                "table as of now %s",
                table(DUE, database.ledger().newest()).filled().equals(signed) ? "NOT CHANGED" : "changed");
        missed |= !same;
        measure(" after corrections");
        time("table as of before the corrections", () -> table(DUE, frozen));
    }

    private void measure(String when) {
        long newest = database.ledger().newest();
        time("of which reading the ledger" + when, () -> database.ledger().ranTrips(SeasonLedger.LAST, newest));
        time("table T-2024-SX" + when, () -> table(SeasonLedger.LAST, newest));
        time("lineage of a cell" + when, () -> lineage(newest));
        time(
                "state of a group" + when,
                () -> database.sql()
                        .sql("SELECT state FROM group_facts WHERE group_id = 'G7'")
                        .query(String.class)
                        .single());
    }

    private StatisticsTable table(Instant asOf, long recording) {
        return tables.table(new TableQuery("T-2024-SX", 1, "14", asOf, recording, CountingSettings.DEFAULT));
    }

    /** The cell with most coach riders: its trips, and everything ever recorded of each of them. */
    private List<LedgerEntry> lineage(long recording) {
        StatisticsTable table = table(SeasonLedger.LAST, recording);
        FilledCell most = table.filled().stream()
                .filter(cell -> cell.counted() && cell.column() == COACH_PERSONS)
                .max(Comparator.comparing(FilledCell::number))
                .orElseThrow();
        List<LedgerEntry> entries = new ArrayList<>();
        for (CountedTrips.Share share : table.behind(COACH_PERSONS, most.row())) {
            RanTrip trip = share.counted().trip();
            entries.addAll(database.ledger().ofTrip(trip.planId(), trip.vehicleId()));
        }
        return entries;
    }

    private String content(SeasonLedger season) {
        List<RanTrip> trips = database.ledger().ranTrips(SeasonLedger.LAST);
        int persons = trips.stream()
                .flatMap(trip -> trip.boardings().stream())
                .filter(RanTrip.Boarding::mainLeg)
                .mapToInt(RanTrip.Boarding::persons)
                .sum();
        long entries = database.sql()
                .sql("SELECT count(*) FROM ledger_entry")
                .query(Long.class)
                .single();
        return String.format(
                Locale.ROOT,
                "%,d person-trips, %,d trips, %,d groups, %,d entries, %,d recordings",
                persons,
                trips.size(),
                season.groups(),
                entries,
                database.ledger().newest());
    }

    private void time(String what, Supplier<Object> work) {
        double[] seconds = new double[RUNS];
        for (int i = -WARM_UP; i < RUNS; i++) {
            long start = System.nanoTime();
            work.get();
            if (i >= 0) {
                seconds[i] = (System.nanoTime() - start) / 1e9;
            }
        }
        Arrays.sort(seconds);
        double median = (seconds[RUNS / 2 - 1] + seconds[RUNS / 2]) / 2;
        print("%-50s median %.3f s, worst %.3f s of %d runs", what, median, seconds[RUNS - 1], RUNS);
        missed |= median > BAR_SECONDS;
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
