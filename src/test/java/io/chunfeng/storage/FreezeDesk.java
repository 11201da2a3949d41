package io.chunfeng.storage;

import io.chunfeng.dispatch.Ledger;
import io.chunfeng.freeze.Comparisons;
import io.chunfeng.freeze.Draft;
import io.chunfeng.freeze.FreezeCheck;
import io.chunfeng.freeze.FreezeFacts;
import io.chunfeng.freeze.Freezer;
import io.chunfeng.freeze.FrozenTable;
import io.chunfeng.freeze.FrozenTables;
import io.chunfeng.freeze.Signature;
import io.chunfeng.freeze.Subject;
import io.chunfeng.statistics.CountingSettings;
import io.chunfeng.statistics.EnteredFigures;
import io.chunfeng.statistics.TableService;
import io.chunfeng.statistics.Tables;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The statistician's desk on a test database, long after the campaign: everything that freezing needs, all of it real. */
final class FreezeDesk {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2024-04-20T01:00:00Z"), ZoneOffset.UTC);

    final Ledger ledger;
    final FrozenTables frozen;
    final FreezeFacts facts;
    final EnteredFigures figures;
    final Tables tables;
    final Freezer freezer;
    final Comparisons comparisons;

    FreezeDesk(TestDatabase database) {
        ledger = database.ledger();
        frozen = new JdbcFrozenTables(database.sql(), database.transaction());
        facts = new JdbcFreezeFacts(database.sql());
        figures = new JdbcEnteredFigures(database.sql(), database.transaction(), CLOCK);
        tables = new TableService(
                new JdbcTemplates(database.sql(), database.transaction(), CLOCK).withShipped(), ledger, figures);
        freezer = new Freezer(tables, ledger, facts, frozen, CLOCK);
        comparisons = new Comparisons(frozen, ledger);
    }

    /** The table of the province. */
    static Subject shanxi(Instant asOf) {
        return new Subject("T-2024-SX", 1, "14", asOf, CountingSettings.DEFAULT);
    }

    /** As somebody signs who has seen what there is now, and has a reason for everything. */
    Signature signature(Subject subject) {
        Draft draft = freezer.draft(subject);
        return new Signature(
                frozen.newest(subject.template()),
                draft.content().sha256(),
                "王处长",
                "",
                Arrays.stream(FreezeCheck.values())
                        .collect(Collectors.toMap(Function.identity(), check -> "已核实 " + check.code())),
                "tongji",
                "统计员");
    }

    FrozenTable freeze(Instant asOf) {
        return freezer.freeze(shanxi(asOf), signature(shanxi(asOf)));
    }

    /** Figures of a frozen table by row and column; only counted ones. */
    Map<String, Map<Integer, Long>> counted(FrozenTable table) {
        return frozen.cells(table.key()).stream()
                .filter(cell -> cell.cell().counted())
                .collect(Collectors.groupingBy(
                        cell -> cell.cell().row(),
                        Collectors.toMap(
                                cell -> cell.cell().column(),
                                cell -> cell.cell().number().longValueExact())));
    }

    /** Over all cities. */
    long sum(FrozenTable table, int column) {
        return counted(table).values().stream().mapToLong(row -> row.get(column)).sum();
    }
}
