package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.capacity.TrainService;
import io.chunfeng.dispatch.Author;
import io.chunfeng.dispatch.DispatchRepository;
import io.chunfeng.freeze.FrozenKey;
import io.chunfeng.freeze.FrozenTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * S1 "Shanxi 2024": 22,000 people who travel in the campaign, through the ledger into tables frozen as of each of the eight
 * Thursdays at 18:00. Also a train with its feeders, which the main-leg rule does not count.
 */
class EightThursdaysTest {
    private static final Instant BEGIN = Instant.parse("2024-01-25T00:00:00+08:00");
    private static final Instant FIRST = Instant.parse("2024-02-15T18:00:00+08:00");
    private static final List<Integer> CUMULATIVE = List.of(4_600, 9_400, 13_600, 16_700, 19_000, 20_500, 21_500, 22_000);
    private static final List<String> COUNTIES = List.of(
            "140105", "140222", "140311", "140425", "140581", "140621", "140722", "140822", "140926", "141032", "141124");
    private static final int SEATS = 50;
    private static final Author DESK = new Author("diaodu", null);

    private static TestDatabase database;
    private static FreezeDesk desk;
    private static long plan;

    @BeforeAll
    static void plan() {
        database = TestDatabase.migrated();
        desk = new FreezeDesk(database);
        HandMadePlan made = new HandMadePlan();
        for (int i = 0; i < CUMULATIVE.get(7) / SEATS - 8; i++) {
            made.group("G" + i, COUNTIES.get(i % COUNTIES.size()), SEATS)
                    .coach("C" + i)
                    .journey("G" + i, SEATS, "C" + i);
        }
        made.train("L512", TrainService.Kind.CHARTERED_TRAIN, 7);
        for (int i = 0; i < 8; i++) {
            made.group("R" + i, "141124", SEATS).coach("F" + i).journey("R" + i, SEATS, "F" + i, "L512");
        }
        plan = made.store(database);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static Instant thursday(int week) {
        return FIRST.plus(Duration.ofDays(7L * week));
    }

    /** Moments of as many coaches, the edges of the window among them. */
    private static List<Instant> moments(Instant after, Instant until, int count, Random random) {
        List<Instant> moments = new ArrayList<>(List.of(after.plusMillis(1), until));
        long span = Duration.between(after, until).toMillis();
        while (moments.size() < count) {
            moments.add(after.plusMillis(1 + (long) (random.nextDouble() * (span - 1))));
        }
        return moments;
    }

    @Test
    void cumulativeFiguresComeOutAsListed() {
        DispatchRepository dispatch = database.dispatch();
        Random random = new Random(2024);
        int coach = 0;
        int carried = 0;
        // the train and its feeders run in the second week; the feeders were there the day before
        Instant train = thursday(1).minus(Duration.ofDays(2));
        List<FrozenTable> frozen = new ArrayList<>();
        for (int week = 0; week < CUMULATIVE.size(); week++) {
            Instant after = week == 0 ? BEGIN : thursday(week - 1);
            int persons = CUMULATIVE.get(week) - carried - (week == 1 ? 8 * SEATS : 0);
            carried = CUMULATIVE.get(week);
            // that of one millisecond after the next Thursday is recorded before its table is frozen
            for (Instant at : moments(after, thursday(week), persons / SEATS, random)) {
                if (week == 0 || !at.equals(after.plusMillis(1))) {
                    dispatch.markRan(plan, "C" + coach++, at, DESK);
                }
            }
            if (week == 1) {
                for (int i = 0; i < 8; i++) {
                    dispatch.markRan(plan, "F" + i, train.minus(Duration.ofHours(20)), DESK);
                }
                dispatch.markRan(plan, "L512", train, DESK);
            }
            if (week < 7) {
                dispatch.markRan(plan, "C" + coach++, thursday(week).plusMillis(1), DESK);
            }
            frozen.add(desk.freeze(thursday(week)));
        }
        assertThat(frozen).extracting(table -> desk.sum(table, 7)).containsExactlyElementsOf(
                CUMULATIVE.stream().map(Integer::longValue).toList());
        assertThat(frozen)
                .extracting(FrozenTable::key)
                .startsWith(new FrozenKey("T-2024-SX", 1))
                .endsWith(new FrozenKey("T-2024-SX", 8));
        assertThat(desk.sum(frozen.get(7), 8)).as("dispatches without feeders").isEqualTo(432);
        assertThat(desk.sum(frozen.get(0), 10)).isZero();
        assertThat(desk.sum(frozen.get(1), 10)).as("a train").isEqualTo(1);
        assertThat(desk.sum(frozen.get(1), 11)).isEqualTo(400);
        assertThat(frozen).allSatisfy(table -> assertThat(desk.freezer.again(table)).isEqualTo(table.sha256()));
    }
}
