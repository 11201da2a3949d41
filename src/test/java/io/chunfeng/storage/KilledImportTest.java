package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.chunfeng.demand.Actor;
import io.chunfeng.demand.Party;
import io.chunfeng.demand.Registration;
import io.chunfeng.demand.Scope;
import io.chunfeng.demo.DemoCampaign;
import io.chunfeng.intake.GroupImports;
import io.chunfeng.intake.Import;
import io.chunfeng.intake.ImportRepository;
import io.chunfeng.intake.TableLimits;
import io.chunfeng.place.PlaceRepository;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A process that is killed in the middle of taking a file leaves nothing of it. */
class KilledImportTest {
    private static final int ROWS = 3_000;
    private static final Actor CLERK = new Actor("clerk", Party.COUNTY, new Scope.Everything());

    @TempDir
    private Path folder;

    private static GroupImports groups(TestDatabase database) {
        Clock clock = Clock.systemUTC();
        return new GroupImports(
                database.imports(clock),
                database.demand(),
                database.registrations(clock),
                database.places(),
                TableLimits.of(20, 100_000));
    }

    /** The process that will be killed. */
    static final class Child {
        public static void main(String[] args) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(args[0]);
            config.setUsername(TestDatabase.USER);
            config.setPassword(TestDatabase.PASSWORD);
            HikariDataSource source = new HikariDataSource(config);
            JdbcClient sql = JdbcClient.create(source);
            NamedParameterJdbcTemplate batches = new NamedParameterJdbcTemplate(source);
            TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
            Clock clock = Clock.systemUTC();
            PlaceRepository places = new JdbcPlaceRepository(sql, batches, transaction);
            var registrations = new JdbcRegistrationRepository(sql, batches, transaction, clock);
            var requests = new JdbcChangeRequests(sql, transaction, registrations, clock);
            ImportRepository imports =
                    new JdbcImportRepository(sql, batches, transaction, places, registrations, requests, clock);
            new GroupImports(
                            imports,
                            new JdbcDemandRepository(sql, batches, transaction),
                            registrations,
                            places,
                            TableLimits.of(20, 100_000))
                    .apply(Long.parseLong(args[1]), Set.of(), "killed", CLERK);
        }
    }

    @Test
    void aKillInTheMiddleLeavesNothingAndTheNextTryAll() throws Exception {
        try (TestDatabase database = TestDatabase.migrated()) {
            DemoCampaign demo = DemoCampaign.shanxi2024();
            database.demand().save(demo.campaign());
            database.places().save(demo.places());
            ImportRepository imports = database.imports(Clock.systemUTC());
            long id = imports.add("many.xlsx", ManyRows.xlsx(folder.resolve("many.xlsx"), ROWS), "clerk", null);
            groups(database).takeUp(id, Duration.ZERO);
            int changes = find(imports, id).changes();
            assertThat(changes).isGreaterThan(ROWS / 2);

            killInTheMiddle(database, id);

            assertThat(all(database)).as("registered after the kill").isEmpty();
            assertThat(find(imports, id).state()).isEqualTo(Import.State.READ);
            assertThat(groups(database).apply(id, Set.of(), "again", CLERK)).isTrue();
            assertThat(all(database)).hasSize(changes);
        }
    }

    /** Holds a row that the child needs after thousands of others, and kills it while it waits for that row. */
    private static void killInTheMiddle(TestDatabase database, long id) throws Exception {
        String blocked = database.sql()
                .sql(
                        "SELECT group_id FROM intake_row WHERE import = :id AND state = 'NEW' ORDER BY group_id DESC OFFSET 5 LIMIT 1")
                .param("id", id)
                .query(String.class)
                .single();
        try (Connection holder = database.dataSource().getConnection()) {
            holder.setAutoCommit(false);
            try (var insert = holder.prepareStatement("""
                    INSERT INTO worker_group (id, county, from_place, to_place, headcount, wheelchairs,
                                              earliest_departure, latest_arrival, modes, min_part, priority)
                    VALUES (?, '140106', '140106', 'wp-320500-01', 1, 0, now(), now() + interval '1 day', '{COACH}', 1, 1)
                    """)) {
                insert.setString(1, blocked);
                insert.executeUpdate();
            }
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Child.class.getName(),
                            database.url(),
                            Long.toString(id))
                    .inheritIO()
                    .start();
            await().atMost(Duration.ofMinutes(2)).until(() -> waiting(database));
            child.destroyForcibly().waitFor();
            holder.rollback();
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> !waiting(database));
    }

    private static boolean waiting(TestDatabase database) {
        return database.sql()
                        .sql("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND wait_event_type = 'Lock' AND query LIKE '%worker_group%'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static List<Registration> all(TestDatabase database) {
        return database.registrations(Clock.systemUTC()).all(new Scope.Everything());
    }

    private static Import find(ImportRepository imports, long id) {
        return imports.find(new Scope.Everything(), id).orElseThrow();
    }
}
