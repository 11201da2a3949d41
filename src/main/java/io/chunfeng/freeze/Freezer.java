package io.chunfeng.freeze;

import io.chunfeng.dispatch.Ledger;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.freeze.FreezeRefusedException.Reason;
import io.chunfeng.statistics.StatisticsNotes;
import io.chunfeng.statistics.StatisticsTable;
import io.chunfeng.statistics.StatisticsWorkbook;
import io.chunfeng.statistics.TableQuery;
import io.chunfeng.statistics.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks tables, freezes them and computes frozen ones again. src/docs/freezing.md */
public final class Freezer {
    private final Tables tables;
    private final Ledger ledger;
    private final FreezeFacts facts;
    private final FrozenTables frozen;
    private final Clock clock;

    public Freezer(Tables tables, Ledger ledger, FreezeFacts facts, FrozenTables frozen, Clock clock) {
        this.tables = tables;
        this.ledger = ledger;
        this.facts = facts;
        this.frozen = frozen;
        this.clock = clock;
    }

    /** The table as of now, with what the checks find. @throws IllegalArgumentException for an unknown template or unit */
    public Draft draft(Subject subject) {
        TableQuery query = subject.query(ledger.newest());
        StatisticsTable table = tables.table(query);
        FrozenContent content = FrozenContents.of(table, workbook(table));
        List<CheckResult> checks = new ArrayList<>();
        if (FrozenContents.counts(content.cells())) {
            // also those whose people the rule does not count
            List<RanTrip> ran = ledger.ranTrips(query.asOf(), query.recording());
            Map<TripKey, TripFact> known =
                    facts.of(ran.stream().map(TripKey::of).toList());
            List<RanTrip> counted =
                    table.counted().trips().stream().map(trip -> trip.trip()).toList();
            checks.add(CheckResult.of(FreezeCheck.DUPLICATE, Duplicates.in(counted, known)));
            checks.add(CheckResult.of(FreezeCheck.COUNT_WITHOUT_TRIP, Recorded.withoutTrip(ran, known)));
            checks.add(CheckResult.of(
                    FreezeCheck.TRIP_WITHOUT_ACTUAL, Recorded.tripsWithoutActual(facts.silent(query.asOf()))));
        }
        checks.add(CheckResult.of(
                FreezeCheck.BROKEN_SUM,
                Sums.broken(FrozenContents.sums(table.template()), content.cells(), content.shares())));
        checks.add(frozen.platform(subject)
                .map(file -> CheckResult.of(
                        FreezeCheck.PLATFORM_DIFFERS, PlatformComparison.differences(content.cells(), file.cells())))
                .orElse(new CheckResult(FreezeCheck.PLATFORM_DIFFERS, false, List.of(), null)));
        if (!table.template().checks().isEmpty()) {
            checks.add(CheckResult.of(FreezeCheck.FORM_RULE, FormRules.broken(table.template(), content.cells())));
        }
        return new Draft(query, table, content, checks);
    }

    /**
     * Freezes what was shown. Nothing is recorded meanwhile, so the recording it names is exact.
     *
     * @throws FreezeRefusedException when it is not what was shown, or something is missing
     */
    public FrozenTable freeze(Subject subject, Signature signature) {
        if (signature.responsible().isBlank()) {
            throw new FreezeRefusedException(Reason.NO_RESPONSIBLE, "");
        }
        if (subject.asOf().isAfter(clock.instant())) {
            throw new FreezeRefusedException(Reason.IN_THE_FUTURE, "");
        }
        return frozen.alone(() -> {
            int newest = frozen.newest(subject.template());
            if (newest != signature.newest()) {
                throw new FreezeRefusedException(Reason.MEANWHILE, new FrozenKey(subject.template(), newest).label());
            }
            Draft draft = draft(subject);
            if (!draft.content().sha256().equals(signature.sha256())) {
                throw new FreezeRefusedException(Reason.CHANGED, "");
            }
            FrozenTable table = new FrozenTable(
                    new FrozenKey(subject.template(), newest + 1),
                    draft.query(),
                    draft.table().template().title(),
                    draft.content().sha256(),
                    StatisticsNotes.chinese(draft.table()),
                    acknowledged(draft.checks(), signature),
                    signature.responsible().strip(),
                    signature.remark() == null || signature.remark().isBlank()
                            ? null
                            : signature.remark().strip(),
                    signature.login(),
                    signature.name(),
                    clock.instant());
            frozen.add(table, draft.content());
            return table;
        });
    }

    private static List<CheckResult> acknowledged(List<CheckResult> checks, Signature signature) {
        List<CheckResult> acknowledged = new ArrayList<>();
        for (CheckResult result : checks) {
            FreezeCheck check = result.check();
            if (result.clean()) {
                acknowledged.add(result);
                continue;
            }
            if (check.blocking()) {
                throw new FreezeRefusedException(Reason.BLOCKED, check.code());
            }
            if (!signature.gives(check)) {
                throw new FreezeRefusedException(Reason.NO_REASON, check.code());
            }
            acknowledged.add(result.because(signature.reasons().get(check).strip()));
        }
        return acknowledged;
    }

    /** SHA-256 of the workbook as it comes out when it is computed again from what was known then. */
    public String again(FrozenTable table) {
        return Sha256.of(workbook(tables.table(table.query())));
    }

    private static byte[] workbook(StatisticsTable table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            StatisticsWorkbook.write(table, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
