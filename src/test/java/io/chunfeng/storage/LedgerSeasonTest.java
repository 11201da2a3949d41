package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.dispatch.RanTrip;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the benchmark measures, with a fiftieth of the season. */
class LedgerSeasonTest {
    private static final Instant DUE = Instant.parse("2024-02-22T18:00:00+08:00");

    @Test
    void whatWasKnownStaysKnownAfterRandomCorrections() {
        try (TestDatabase database = TestDatabase.migrated()) {
            SeasonLedger season = SeasonLedger.filled(database, 50, 7);
            List<RanTrip> all = database.ledger().ranTrips(SeasonLedger.LAST);
            assertThat(all.stream()
                            .flatMap(trip -> trip.boardings().stream())
                            .filter(RanTrip.Boarding::mainLeg)
                            .mapToInt(RanTrip.Boarding::persons)
                            .sum())
                    .isEqualTo(6_000);
            long frozen = database.ledger().newest();
            List<RanTrip> before = database.ledger().ranTrips(DUE, frozen);
            assertThat(before).hasSizeBetween(10, all.size() - 1);

            new Corrections(database, season, 8).make(100);

            assertThat(database.ledger().newest()).isGreaterThan(frozen + 90);
            assertThat(database.ledger().ranTrips(DUE, frozen)).isEqualTo(before);
            assertThat(database.ledger().ranTrips(DUE)).isNotEqualTo(before);
        }
    }
}
