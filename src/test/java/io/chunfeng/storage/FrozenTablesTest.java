package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.chunfeng.dispatch.Aboard;
import io.chunfeng.dispatch.Author;
import io.chunfeng.dispatch.DispatchRepository;
import io.chunfeng.dispatch.Recording;
import io.chunfeng.freeze.CellDifference;
import io.chunfeng.freeze.CheckResult;
import io.chunfeng.freeze.FreezeCheck;
import io.chunfeng.freeze.FreezeRefusedException;
import io.chunfeng.freeze.FreezeRefusedException.Reason;
import io.chunfeng.freeze.FrozenCell;
import io.chunfeng.freeze.FrozenKey;
import io.chunfeng.freeze.FrozenShare;
import io.chunfeng.freeze.FrozenTable;
import io.chunfeng.freeze.PlatformFile;
import io.chunfeng.freeze.Sha256;
import io.chunfeng.freeze.Signature;
import io.chunfeng.freeze.StandsIn;
import io.chunfeng.freeze.Subject;
import io.chunfeng.freeze.TripDifference;
import io.chunfeng.freeze.TripKey;
import io.chunfeng.statistics.EnteredFigures;
import io.chunfeng.statistics.EnteredValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Frozen tables on a real PostgreSQL: what was signed stays what it was, whatever is recorded later. */
class FrozenTablesTest {
    private static final Instant RAN = Instant.parse("2024-02-17T08:00:00+08:00");
    private static final Instant DUE = Instant.parse("2024-02-22T18:00:00+08:00");
    private static final Author DESK = new Author("diaodu", null);
    private static final Author CORRECTS = new Author("xiaoli", "两人没有上车");
    private static final int TRIPS = 12;
    private static final List<String> FORBIDDEN = List.of(
                "UPDATE frozen_table SET responsible = 'x'",
                "DELETE FROM frozen_table",
                "UPDATE frozen_cell SET figure = 1",
                "DELETE FROM frozen_cell_trip",
                "TRUNCATE frozen_trip CASCADE",
                "INSERT INTO frozen_cell VALUES ('T-2024-SX', 1, 999, '14', 99, 'Z9', 1, NULL, true, 'x', 'x', NULL)",
                "INSERT INTO frozen_cell_trip VALUES ('T-2024-SX', 1, '1411', 9, 1, 'C99', 1)",
                "INSERT INTO frozen_trip VALUES ('T-2024-SX', 1, 1, 'C99', 'COACH', 'x', now())",
                "INSERT INTO frozen_table SELECT template, 3, version, unit, as_of, recording, rule, rail, seat_blocks, title,"
                        + " workbook, sha256, notes, checks, responsible, remark, signed_by, signed_name, signed_at FROM frozen_table",
                "INSERT INTO frozen_table SELECT template, 2, version, unit, as_of, recording, rule, rail, seat_blocks, title,"
                        + " workbook || '\\x00'::bytea, sha256, notes, checks, responsible, remark, signed_by, signed_name,"
                        + " signed_at FROM frozen_table");

    private TestDatabase database;
    private FreezeDesk desk;
    private DispatchRepository dispatch;
    private long plan;

    @BeforeEach
    void someTripsHaveRun() {
        database = TestDatabase.migrated();
        desk = new FreezeDesk(database);
        HandMadePlan made = new HandMadePlan();
        for (int i = 0; i < TRIPS; i++) {
            made.group("G" + i, i % 2 == 0 ? "141124" : "140105", 50)
                    .coach("C" + i)
                    .journey("G" + i, 50, "C" + i);
        }
        plan = made.store(database);
        dispatch = database.dispatch();
        for (int i = 0; i < TRIPS; i++) {
            dispatch.markRan(plan, "C" + i, RAN.plus(Duration.ofHours(i)), DESK);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void corrected(int coach, int persons) {
        dispatch.markRan(
                plan,
                "C" + coach,
                RAN.plus(Duration.ofHours(coach)),
                Map.of("G" + coach, Aboard.persons(persons)),
                CORRECTS);
    }

    @Test
    void whatIsFrozenIsKeptWithEverythingBehindIt() {
        FrozenTable table = desk.freeze(DUE);

        FrozenTable stored = desk.frozen.find(table.key()).orElseThrow();
        assertThat(stored).isEqualTo(table);
        assertThat(stored.key().label()).isEqualTo("T-2024-SX-第1号");
        assertThat(stored.query().recording()).isEqualTo(TRIPS);
        assertThat(stored.notes()).anyMatch(note -> note.contains("主程口径"));
        assertThat(Sha256.of(desk.frozen.workbook(table.key()).orElseThrow())).isEqualTo(stored.sha256());
        assertThat(desk.counted(table).get("1411")).containsEntry(7, 300L).containsEntry(8, 6L);
        assertThat(desk.frozen.behind(table.key(), "1411", 9))
                .extracting(share -> share.trip().vehicle(), FrozenShare::value)
                .startsWith(tuple("C0", 50L))
                .hasSize(6);
        assertThat(desk.frozen.standing(new TripKey(plan, "C0")))
                .extracting(standing -> standing.cell().cell().address(), StandsIn::value)
                .containsExactly(
                        tuple("G13", 50L),
                        tuple("H13", 1L),
                        tuple("I13", 50L));
        assertThat(stored.checks())
                .filteredOn(result -> result.check() == FreezeCheck.COUNT_WITHOUT_TRIP)
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.findings()).as("nobody published the plan").hasSize(TRIPS);
                    assertThat(result.reason()).isEqualTo("已核实 D2");
                });
    }

    @Test
    void aThousandRandomCorrectionsChangeNothingOfIt() {
        List<FrozenTable> tables = new ArrayList<>();
        tables.add(desk.freeze(RAN.plus(Duration.ofHours(5))));
        tables.add(desk.freeze(DUE));
        List<byte[]> workbooks = tables.stream()
                .map(table -> desk.frozen.workbook(table.key()).orElseThrow())
                .toList();
        List<List<FrozenCell>> cells =
                tables.stream().map(table -> desk.frozen.cells(table.key())).toList();
        List<List<FrozenShare>> shares =
                tables.stream().map(table -> desk.frozen.shares(table.key())).toList();

        Random random = new Random(7);
        for (int round = 1; round <= 1_000; round++) {
            int coach = random.nextInt(TRIPS);
            Instant at = RAN.plus(Duration.ofMinutes(random.nextInt(12_000)));
            Author author = new Author("desk-" + coach, "第" + round + "次更正");
            switch (random.nextInt(4)) {
                case 0 -> dispatch.unmarkRan(plan, "C" + coach, author);
                case 1 -> enter(random, author);
                default ->
                    dispatch.markRan(
                            plan, "C" + coach, at, Map.of("G" + coach, Aboard.persons(random.nextInt(51))), author);
            }
            if (round % 100 == 0) {
                for (int i = 0; i < tables.size(); i++) {
                    FrozenTable table = tables.get(i);
                    assertThat(desk.freezer.again(table)).as("round %d", round).isEqualTo(table.sha256());
                    assertThat(desk.frozen.workbook(table.key()).orElseThrow()).isEqualTo(workbooks.get(i));
                    assertThat(desk.frozen.cells(table.key())).isEqualTo(cells.get(i));
                    assertThat(desk.frozen.shares(table.key())).isEqualTo(shares.get(i));
                    assertThat(desk.frozen.find(table.key())).contains(table);
                }
            }
        }
        assertThat(desk.ledger.newest()).as("so much was recorded").isGreaterThan(600);
        FrozenTable next = desk.freeze(DUE);
        assertThat(next.sha256()).isNotEqualTo(tables.get(1).sha256());
        assertThat(desk.freezer.again(next)).isEqualTo(next.sha256());
    }

    /** Entered figures are corrected too; the moment may be one that is frozen. */
    private void enter(Random random, Author author) {
        long seen = desk.figures.history("T-2024-SX", "1411").stream()
                .mapToLong(figure -> figure.recording().id())
                .max()
                .orElse(0);
        Map<String, EnteredValue> values = Map.of("c2", new EnteredValue.Number(random.nextInt(1_000)));
        desk.figures.record(
                "T-2024-SX", 1, random.nextBoolean() ? DUE : RAN, List.of(new EnteredFigures.Entry("1411", seen, values)), author);
    }

    @Test
    void correctionsAreTheDifferencesToTheNextWithReasonAndAuthor() {
        FrozenTable first = desk.freeze(DUE);
        corrected(0, 48);
        FrozenTable second = desk.freeze(DUE);

        assertThat(desk.comparisons.cells(first, second))
                .extracting(cell -> cell.either().cell().address(), cell -> cell.change().intValueExact())
                .containsExactly(
                        tuple("G13", -2),
                        tuple("I13", -2));
        assertThat(desk.comparisons.trips(first, second, "1411", 9)).singleElement().satisfies(trip -> {
            assertThat(trip.trip().trip()).isEqualTo(new TripKey(plan, "C0"));
            assertThat(trip.change()).isEqualTo(-2);
            assertThat(trip.newlyRan()).isFalse();
            assertThat(trip.because())
                    .extracting(Recording::recordedBy, Recording::reason)
                    .containsExactly(tuple("xiaoli", "两人没有上车"));
        });
        assertThat(desk.freezer.again(first)).isEqualTo(first.sha256());
    }

    @Test
    void tripsThatRanSinceAreNoCorrections() {
        FrozenTable first = desk.freeze(RAN.plus(Duration.ofHours(10)).minusMillis(1));
        FrozenTable second = desk.freeze(RAN.plus(Duration.ofHours(10)));
        assertThat(desk.comparisons.trips(first, second, "1411", 8))
                .extracting(difference -> difference.trip().trip().vehicle(), TripDifference::newlyRan)
                .containsExactly(tuple("C10", true));
        assertThat(desk.comparisons.cells(first, first)).isEmpty();
        assertThat(CellDifference.between(List.of(), desk.frozen.cells(first.key())))
                .hasSize(desk.frozen.cells(first.key()).size());
    }

    @Test
    void twoWhoFreezeAtOnceGetOneTable() throws Exception {
        Subject subject = FreezeDesk.shanxi(DUE);
        Signature signature = desk.signature(subject);
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            Callable<FrozenTable> one = () -> {
                together.await();
                return desk.freezer.freeze(subject, signature);
            };
            int frozen = 0;
            List<Reason> refused = new ArrayList<>();
            for (Future<FrozenTable> future : both.invokeAll(List.of(one, one))) {
                try {
                    frozen += future.get().key().number();
                } catch (ExecutionException e) {
                    refused.add(((FreezeRefusedException) e.getCause()).reason());
                }
            }
            assertThat(frozen).isEqualTo(1);
            assertThat(refused).containsExactly(Reason.MEANWHILE);
        } finally {
            both.shutdownNow();
        }
        assertThat(desk.frozen.list()).hasSize(1);
    }

    @Test
    void whoRecordsMeanwhileWaitsSoThatTheRecordingIsExact() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> recorder = other.submit(() -> {
                int rounds = 0;
                while (!done.get()) {
                    corrected(rounds % TRIPS, 20 + rounds % 7);
                    rounds++;
                }
                return rounds;
            });
            int frozen = 0;
            for (int i = 0; i < 200 && frozen < 5; i++) {
                try {
                    FrozenTable table = desk.freeze(DUE);
                    frozen++;
                    assertThat(desk.freezer.again(table)).isEqualTo(table.sha256());
                } catch (FreezeRefusedException e) {
                    assertThat(e.reason()).isEqualTo(Reason.CHANGED);
                }
            }
            done.set(true);
            assertThat(recorder.get()).isPositive();
        } finally {
            done.set(true);
            other.shutdownNow();
        }
        desk.frozen.list().forEach(table -> assertThat(desk.freezer.again(table)).isEqualTo(table.sha256()));
    }

    @Test
    void whatWasNotShownOrHasNoReasonOrNobodyResponsibleIsNotSigned() {
        Subject subject = FreezeDesk.shanxi(DUE);
        Signature seen = desk.signature(subject);
        refused(
                subject,
                new Signature(0, seen.sha256(), "王", "", Map.of(FreezeCheck.DUPLICATE, "x"), "tongji", "统计员"),
                Reason.NO_REASON);
        refused(
                subject,
                new Signature(0, seen.sha256(), " ", "", seen.reasons(), "tongji", "统计员"),
                Reason.NO_RESPONSIBLE);
        corrected(0, 49);
        refused(subject, seen, Reason.CHANGED);
        assertThat(desk.frozen.list()).isEmpty();
    }

    @Test
    void aMomentThatIsYetToComeCannotBeFrozenThatOfNowCan() {
        Subject now = FreezeDesk.shanxi(FreezeDesk.CLOCK.instant());
        Subject tooEarly = FreezeDesk.shanxi(FreezeDesk.CLOCK.instant().plusMillis(1));
        refused(tooEarly, desk.signature(tooEarly), Reason.IN_THE_FUTURE);
        assertThat(desk.freezer.freeze(now, desk.signature(now)).key().number()).isEqualTo(1);
    }

    private void refused(Subject subject, Signature signature, Reason reason) {
        assertThatThrownBy(() -> desk.freezer.freeze(subject, signature))
                .isInstanceOfSatisfying(
                        FreezeRefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void thePlatformsNewestFileIsComparedWith() {
        Subject subject = FreezeDesk.shanxi(DUE);
        assertThat(platform(subject).done()).isFalse();
        desk.frozen.add(subject, file(Map.of("A3", "太原市", "G3", "299")));
        assertThat(platform(subject).findings()).isNotEmpty();
        Map<String, String> same = new HashMap<>();
        desk.freezer.draft(subject).content().cells().forEach(cell -> {
            String shown = cell.cell().number() != null
                    ? cell.cell().number().toPlainString()
                    : cell.cell().words();
            if (shown != null) {
                same.put(cell.cell().address(), shown);
            }
        });
        desk.frozen.add(subject, file(same));
        assertThat(platform(subject)).isEqualTo(new CheckResult(FreezeCheck.PLATFORM_DIFFERS, true, List.of(), null));
        same.put("I13", "299");
        desk.frozen.add(subject, file(same));
        assertThat(platform(subject).findings()).singleElement().satisfies(finding -> assertThat(finding.figures())
                .containsExactly("吕梁市", "专车运送人次", "I13", "300", "299"));
    }

    private CheckResult platform(Subject subject) {
        return desk.freezer.draft(subject).checks().stream()
                .filter(result -> result.check() == FreezeCheck.PLATFORM_DIFFERS)
                .findFirst()
                .orElseThrow();
    }

    private static PlatformFile file(Map<String, String> cells) {
        return new PlatformFile("平台.xlsx", Sha256.of(new byte[] {1}), cells, "tongji", FreezeDesk.CLOCK.instant());
    }

    @Test
    void theDatabaseItselfRefusesToChangeIt() {
        FrozenTable table = desk.freeze(DUE);
        for (String statement : FORBIDDEN) {
            assertThatThrownBy(() -> database.sql().sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(desk.frozen.list()).containsExactly(table);
        assertThat(desk.frozen.find(new FrozenKey("T-2024-SX", 2))).isEmpty();
    }
}
