package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.capacity.TrainService;
import io.chunfeng.dispatch.LedgerEntry;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.dispatch.RanTrips;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Marks of before the ledger: the migration makes the entries of them that a mark makes now. */
class LedgerMigrationTest {
    private static final Instant RAN = HandMadePlan.DEPARTURE;

    @Test
    void marksOfBeforeBecomeOneRecording() {
        HandMadePlan made = new HandMadePlan()
                .group("G1", "141124", 30)
                .group("G2", "140105", 20, true)
                .group("G3", "320322", 20, true)
                .coach("direct")
                .coach("feeder")
                .coach("empty")
                .train("train", TrainService.Kind.CHARTERED_TRAIN, 8)
                .journey("G1", 20, "direct")
                .journey("G2", 20, "direct")
                .journey("G1", 10, "feeder", "train")
                .journey("G3", 20, "train", "feeder");
        try (TestDatabase database = TestDatabase.empty()) {
            Flyway.configure()
                    .dataSource(database.dataSource())
                    .target("15")
                    .load()
                    .migrate();
            long plan = made.store(database);
            List<RanTrip> trips = RanTrips.of(
                    plan,
                    made.problem(),
                    made.plan(),
                    Map.of("direct", RAN, "feeder", RAN.minusSeconds(60), "train", RAN, "empty", RAN));
            trips.forEach(trip -> markAsBefore(database, trip));
            Flyway.configure().dataSource(database.dataSource()).load().migrate();

            assertThat(database.ledger().newest()).isOne();
            assertThat(database.ledger().ranTrips(RAN)).isEqualTo(trips);
            for (RanTrip trip : trips) {
                assertThat(database.ledger().ofTrip(plan, trip.vehicleId()))
                        .isNotEmpty()
                        .extracting(LedgerEntry::owner)
                        .containsOnly(trip.owner());
            }
            assertThat(trips).extracting(RanTrip::owner).containsExactly("3203", "1401", null, "3203");
            assertThat(database.dispatch().ran(plan)).hasSize(4);
        }
    }

    @Test
    void withoutMarksThereIsNoRecording() {
        try (TestDatabase database = TestDatabase.migrated()) {
            assertThat(database.ledger().newest()).isZero();
            assertThat(database.ledger().recording(1)).isEmpty();
        }
    }

    private static void markAsBefore(TestDatabase database, RanTrip trip) {
        database.sql()
                .sql("INSERT INTO trip_ran (plan_id, vehicle, kind, name, carriages, ran_at) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        trip.planId(),
                        trip.vehicleId(),
                        trip.kind().name(),
                        trip.name(),
                        trip.carriages(),
                        Rows.utc(trip.ranAt()))
                .update();
        for (int i = 0; i < trip.boardings().size(); i++) {
            RanTrip.Boarding boarding = trip.boardings().get(i);
            database.sql()
                    .sql("""
                            INSERT INTO trip_boarding (plan_id, vehicle, number, "group", county, persons, infants, main_leg)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            trip.planId(),
                            trip.vehicleId(),
                            i + 1,
                            boarding.groupId(),
                            boarding.county(),
                            boarding.persons(),
                            boarding.infants(),
                            boarding.mainLeg())
                    .update();
        }
    }
}
