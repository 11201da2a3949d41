package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.demand.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Plans that were stored before there was an index: the migration finds the same groups and rides in them. */
class PlanIndexMigrationTest {
    private static final Path MIGRATION = Path.of("src/main/resources/db/migration/V7__life_of_a_group.sql");

    @Test
    void migrationFindsWhatIsWrittenWithNewPlans() throws IOException {
        try (TestDatabase database = TestDatabase.migrated()) {
            database.save(PublishedPlans.DEMO);
            List<Group> some = PublishedPlans.DEMO.groups().stream()
                    .filter(group -> PublishedPlans.DAY.equals(group.preferredDate()))
                    .limit(4)
                    .toList();
            PublishedPlans.Made made = PublishedPlans.of(some);
            database.plans(Clock.systemUTC()).save(made.problem(), made.plan());
            List<Map<String, Object>> groups = rows(database, "plan_group");
            List<Map<String, Object>> rides = rows(database, "plan_ride");
            database.sql().sql("DELETE FROM plan_ride").update();
            database.sql().sql("DELETE FROM plan_group").update();

            for (String statement : statements()) {
                database.sql().sql(statement).update();
            }
            assertThat(rides).isNotEmpty();
            assertThat(rows(database, "plan_group")).isEqualTo(groups);
            assertThat(rows(database, "plan_ride")).isEqualTo(rides);
        }
    }

    private static List<Map<String, Object>> rows(TestDatabase database, String table) {
        return database.sql()
                .sql("SELECT * FROM " + table + " ORDER BY 1, 2, 3, 4")
                .query()
                .listOfRows();
    }

    /** The two that begin with WITH. */
    private static List<String> statements() throws IOException {
        String migration = Files.readString(MIGRATION);
        int first = migration.indexOf("WITH carried");
        int second = migration.indexOf("WITH vehicles");
        int end = migration.indexOf("-- -----", second);
        return List.of(migration.substring(first, second), migration.substring(second, end));
    }
}
