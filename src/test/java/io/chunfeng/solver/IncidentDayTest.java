package io.chunfeng.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.storage.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The scripted incident day on a weekend of 150 groups, on real PostgreSQL: no rule broken, and a table that reconciles. */
class IncidentDayTest {
    @Test
    void endsWithoutViolationsAndWithATableThatReconciles() {
        try (TestDatabase database = TestDatabase.migrated()) {
            IncidentDay.Outcome outcome = new IncidentDay(
                            database,
                            WeekendProblems.weekend(150, 11),
                            new IncidentDay.Effort(Duration.ofMinutes(2), 1_500, Duration.ofMinutes(1), 60, 1),
                            4,
                            line -> {})
                    .run();

            assertThat(outcome.violations()).isZero();
            assertThat(outcome.publications()).isEqualTo(1 + 2 + IncidentDay.SWAPS);
            IncidentLedger ledger = outcome.ledger();
            IncidentTable table = new IncidentTable(ledger.persons().keySet(), outcome.ran(), outcome.end());
            assertThat(table.differences(ledger)).isEmpty();
            assertThat(table.persons()).isEqualTo(ledger.expected() - ledger.noShows());
            assertThat((double) ledger.noShows() / ledger.expected()).isBetween(0.02, 0.04);
        }
    }
}
