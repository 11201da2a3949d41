package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.dispatch.Aboard;
import io.chunfeng.dispatch.Author;
import io.chunfeng.dispatch.RanTrip;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several people record at the same time, and one of them is cut off. */
class LedgerAtOnceTest {
    private static final Instant RAN = HandMadePlan.DEPARTURE;
    private static final int COACHES = 8;

    private TestDatabase database;
    private long plan;

    /** Every group is on every coach, so that whoever records a trip meets everybody else. */
    @BeforeEach
    void plan() {
        database = TestDatabase.migrated();
        HandMadePlan made = new HandMadePlan();
        for (int g = 0; g < 4; g++) {
            made.group("G" + g, "14112" + (g + 1), COACHES * 5);
        }
        for (int c = 0; c < COACHES; c++) {
            made.coach("C" + c);
            for (int g = 0; g < 4; g++) {
                made.journey("G" + (c % 2 == 0 ? g : 3 - g), 5, "C" + c);
            }
        }
        plan = made.store(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void recordingsFollowEachOtherWithoutAGapAndNobodyWaitsForEver() throws Exception {
        int threads = 4;
        ExecutorService desk = Executors.newFixedThreadPool(threads);
        CyclicBarrier together = new CyclicBarrier(threads);
        try {
            List<Future<Integer>> recorded = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                recorded.add(desk.submit(recording(t, together)));
            }
            int all = 0;
            for (Future<Integer> one : recorded) {
                all += one.get(120, TimeUnit.SECONDS);
            }
            assertThat(database.ledger().newest()).isEqualTo(all);
            assertThat(database.sql()
                            .sql("SELECT id FROM recording ORDER BY recorded_at, id")
                            .query(Long.class)
                            .list())
                    .isEqualTo(LongStream.rangeClosed(1, all).boxed().toList());
        } finally {
            desk.shutdownNow();
        }
        // as of any recording, no trip is half there
        for (long recording = 0; recording <= database.ledger().newest(); recording++) {
            for (RanTrip trip : database.ledger().ranTrips(RAN, recording)) {
                assertThat(trip.boardings().stream()
                                .mapToInt(RanTrip.Boarding::persons)
                                .distinct())
                        .as("trip %s as of %d", trip.id(), recording)
                        .hasSize(1);
            }
        }
    }

    /** Everybody records every coach several times, each time with as many people of all four groups. */
    private Callable<Integer> recording(int seed, CyclicBarrier together) {
        return () -> {
            Random random = new Random(seed);
            together.await(30, TimeUnit.SECONDS);
            int recorded = 0;
            for (int i = 0; i < 30; i++) {
                String coach = "C" + random.nextInt(COACHES);
                Aboard aboard = new Aboard(1 + random.nextInt(5), 0, 100 * seed + i); // never the same twice
                Map<String, Aboard> all = Map.of("G0", aboard, "G1", aboard, "G2", aboard, "G3", aboard);
                database.dispatch().markRan(plan, coach, RAN, all, new Author("desk-" + seed, "重新清点"));
                recorded++;
            }
            return recorded;
        };
    }

    @Test
    void whoIsCutOffHasRecordedNothing() throws Exception {
        Author author = new Author("zhang", "重新清点");
        database.dispatch().markRan(plan, "C0", RAN, author);
        List<RanTrip> before = database.ledger().ranTrips(RAN);

        assertThatThrownBy(() -> database.transaction().executeWithoutResult(status -> {
                    int backend = database.sql()
                            .sql("SELECT pg_backend_pid()")
                            .query(Integer.class)
                            .single();
                    database.dispatch().unmarkRan(plan, "C0", author);
                    database.dispatch().markRan(plan, "C1", RAN, author);
                    assertThat(database.ledger().newest()).isEqualTo(3);
                    terminate(backend);
                    database.dispatch().markRan(plan, "C2", RAN, author);
                }))
                .isInstanceOf(RuntimeException.class);

        assertThat(database.ledger().newest()).isOne();
        assertThat(database.ledger().ranTrips(RAN)).isEqualTo(before);
        assertThat(database.ledger().ofTrip(plan, "C1")).isEmpty();
        database.dispatch().markRan(plan, "C1", RAN, author);
        assertThat(database.ledger().newest()).isEqualTo(2);
    }

    /** From outside of the transaction, and only when it is gone. */
    private void terminate(int backend) {
        try (Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(" + backend + ", 10000)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
