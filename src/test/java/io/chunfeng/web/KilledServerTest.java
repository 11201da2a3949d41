package io.chunfeng.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** kill -9 of the real server while it plans and while it publishes, and its restart. */
@Timeout(1500)
class KilledServerTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** What is kept of the only run. @param kept lexicographic score of the kept plan: unserved, fen; null before the first */
    private record Kept(String state, int attempt, long spentMillis, int points, long[] kept, Long plan) {}

    private Path data;

    @BeforeEach
    void folder() throws Exception {
        data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "killed-")
                .resolve("data");
    }

    @AfterEach
    void nothingStays() throws Exception {
        ServerProcess.endDatabase(data);
    }

    private static Map<String, String> planning(int seconds) {
        return Map.of(
                "from", "2024-02-17",
                "to", "2024-02-17",
                "asOf", "2024-01-25T00:00",
                "config", "quick.xml",
                "seconds", String.valueOf(seconds),
                "seed", "1");
    }

    private static Kept kept(Connection database) throws Exception {
        try (Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery("""
                        SELECT state, attempt, spent_millis, plan_id,
                               (SELECT count(*) FROM run_point WHERE run = r.id) AS points,
                               (best_plan -> 'score' ->> 'unserved')::bigint AS unserved,
                               ((best_plan -> 'score' ->> 'costYuan')::numeric * 100)::bigint AS fen
                        FROM planning_run r
                        """)) {
            assertThat(row.next()).isTrue();
            long unserved = row.getLong("unserved");
            long[] score = row.wasNull() ? null : new long[] {unserved, row.getLong("fen")};
            return new Kept(
                    row.getString("state"),
                    row.getInt("attempt"),
                    row.getLong("spent_millis"),
                    row.getInt("points"),
                    score,
                    row.getObject("plan_id", Long.class));
        }
    }

    private static List<Long> numbers(Connection database, String query) throws Exception {
        List<Long> numbers = new ArrayList<>();
        try (Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
        }
        return numbers;
    }

    private static long number(Connection database, String query) throws Exception {
        return numbers(database, query).get(0);
    }

    @Test
    void aRunGoesOnFromItsLastKeptPlanAndPublishingIsWholeOrAbsent() throws Exception {
        Kept before;
        ServerProcess first = ServerProcess.start(data);
        try {
            HttpResponse<String> started = first.post("/planning", "/planning", planning(20));
            assertThat(started.statusCode()).as(started.body()).isEqualTo(302);
            await("a plan that is kept").atMost(PATIENCE).until(() -> {
                try (Connection database = first.database()) {
                    Kept now = kept(database);
                    return now.kept() != null && now.spentMillis() > 3000 && now.points() > 1;
                }
            });
        } finally {
            first.kill();
        }
        try (Connection database = first.database()) {
            before = kept(database);
        }
        assertThat(before.state()).isEqualTo("RUNNING");
        assertThat(before.plan()).isNull();

        ServerProcess second = ServerProcess.start(data);
        long plan;
        try (Connection database = second.database()) {
            await("the run's end")
                    .atMost(PATIENCE)
                    .until(() -> kept(database).state().matches("DONE|FAILED"));
            Kept after = kept(database);
            assertThat(after.state()).isEqualTo("DONE");
            assertThat(after.attempt()).isEqualTo(before.attempt() + 1);
            assertThat(after.points()).isGreaterThanOrEqualTo(before.points());
            plan = after.plan();
            long unserved =
                    number(database, "SELECT (plan -> 'score' ->> 'unserved')::bigint FROM plan WHERE id = " + plan);
            long fen = number(
                    database,
                    "SELECT ((plan -> 'score' ->> 'costYuan')::numeric * 100)::bigint FROM plan WHERE id = " + plan);
            assertThat(unserved).isLessThanOrEqualTo(before.kept()[0]);
            if (unserved == before.kept()[0]) {
                assertThat(fen).isLessThanOrEqualTo(before.kept()[1]);
            }
            assertThat(numbers(database, "SELECT number FROM run_point ORDER BY number"))
                    .as("improvements are numbered through")
                    .isEqualTo(numbers(database, "SELECT generate_series(1, (SELECT max(number) FROM run_point))"));
            assertThat(numbers(database, "SELECT elapsed_millis FROM run_point ORDER BY number"))
                    .isSorted();
            assertThat(second.get("/planning/1").body()).contains("/plans/" + plan);
        } catch (Exception | Error e) {
            second.close();
            throw e;
        }
        killedWhilePublishing(second, plan);

        try (ServerProcess third = ServerProcess.start(data);
                Connection database = third.database()) {
            assertThat(number(database, "SELECT count(*) FROM publication")).isZero();
            assertThat(number(database, "SELECT count(*) FROM worker_group WHERE state = 'PUBLISHED'"))
                    .isZero();
            HttpResponse<String> again = third.post(page(plan), page(plan), Map.of("newest", "0"));
            assertThat(again.statusCode()).as(again.body()).isEqualTo(302);
            assertThat(number(database, "SELECT plan_id FROM publication WHERE number = 1"))
                    .isEqualTo(plan);
            assertThat(number(database, "SELECT count(*) FROM worker_group WHERE state = 'PUBLISHED'"))
                    .isPositive()
                    .isEqualTo(
                            number(database, "SELECT count(*) FROM plan_group WHERE served > 0 AND plan_id = " + plan));
        }
    }

    private static String page(long plan) {
        return "/plans/" + plan + "/publication";
    }

    /** Publishing waits for a row that it needs after others: it has begun, and has not ended. */
    private static void killedWhilePublishing(ServerProcess server, long plan) throws Exception {
        try (Connection holder = server.database();
                Connection watch = server.database()) {
            holder.setAutoCommit(false);
            assertThat(numbers(
                            holder,
                            "SELECT 1 FROM worker_group WHERE id = (SELECT max(group_id) FROM plan_group"
                                    + " WHERE served > 0 AND plan_id = " + plan + ") FOR UPDATE"))
                    .hasSize(1);
            CompletableFuture<HttpResponse<String>> answer =
                    server.posting(page(plan), page(plan), Map.of("newest", "0"));
            await("publishing that has begun")
                    .atMost(PATIENCE)
                    .until(() -> number(
                                    watch,
                                    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                            + " AND wait_event_type = 'Lock' AND query LIKE '%worker_group%'")
                            > 0);
            assertThat(answer).isNotDone();
            server.kill();
            holder.rollback();
            assertThat(answer).failsWithin(Duration.ofMinutes(1));
        } finally {
            server.kill();
        }
    }
}
