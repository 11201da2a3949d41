package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.dispatch.Aboard;
import io.chunfeng.dispatch.Author;
import io.chunfeng.dispatch.DispatchRepository;
import io.chunfeng.statistics.CountingRule;
import io.chunfeng.statistics.CountingSettings;
import io.chunfeng.statistics.StatisticsTable;
import io.chunfeng.statistics.TableQuery;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** domain.md section 5, "must hold", from registrations and a plan through the doors of the coaches to the ledger. */
class LedgerWorkedExampleTest {
    private static final Instant RAN = HandMadePlan.DEPARTURE;
    private static final String LVLIANG = "1411";

    @ParameterizedTest
    @CsvSource({"MAIN_LEG, 501, 2, 102", "EVERY_BOARDING, 754, 8, 355"})
    void theFiguresOfLvliang(CountingRule rule, long total, long coaches, long coachPersons) {
        try (TestDatabase database = TestDatabase.migrated()) {
            record(database.dispatch(), planned().store(database));

            StatisticsTable table = database.tables()
                    .table(new TableQuery(
                            "T-2024-SX",
                            1,
                            "14",
                            RAN,
                            database.ledger().newest(),
                            CountingSettings.DEFAULT.withRule(rule)));
            assertThat(table.filled())
                    .filteredOn(cell -> cell.counted() && cell.row().equals(LVLIANG))
                    .extracting(cell -> cell.number().longValueExact())
                    .containsExactly(total, coaches, coachPersons, 3L, 251L, 2L, 148L);
        }
    }

    /** 262 for the train in 6 feeders, 105 for 2 direct coaches, 150 on two seat blocks. */
    private static HandMadePlan planned() {
        HandMadePlan plan = new HandMadePlan()
                .group("linxian", "141124", 137)
                .group("xingxian", "141123", 125)
                .group("coach", "141126", 105)
                .group("air", "141126", 150);
        for (int feeder = 0; feeder < 6; feeder++) {
            plan.coach("feeder-" + feeder);
        }
        return plan.coach("direct-1")
                .coach("direct-2")
                .train("carriages", TrainService.Kind.CHARTERED_CARRIAGES, 3)
                .flight("block-1", Flight.Kind.SEAT_BLOCK)
                .flight("block-2", Flight.Kind.SEAT_BLOCK)
                .journey("linxian", 46, "feeder-0", "carriages")
                .journey("linxian", 46, "feeder-1", "carriages")
                .journey("linxian", 45, "feeder-2", "carriages")
                .journey("xingxian", 42, "feeder-3", "carriages")
                .journey("xingxian", 42, "feeder-4", "carriages")
                .journey("xingxian", 41, "feeder-5", "carriages")
                .journey("coach", 53, "direct-1")
                .journey("coach", 52, "direct-2")
                .journey("air", 75, "block-1")
                .journey("air", 75, "block-2");
    }

    private static void record(DispatchRepository dispatch, long plan) {
        Author author = new Author("zhang", null);
        int[] feederRiders = {45, 44, 43, 42, 40, 39};
        for (int feeder = 0; feeder < feederRiders.length; feeder++) {
            String group = feeder < 3 ? "linxian" : "xingxian";
            Map<String, Aboard> aboard = Map.of(group, Aboard.persons(feederRiders[feeder]));
            dispatch.markRan(plan, "feeder-" + feeder, RAN, aboard, author);
        }
        Map<String, Aboard> onTrain = Map.of("linxian", Aboard.persons(131), "xingxian", Aboard.persons(120));
        dispatch.markRan(plan, "carriages", RAN, onTrain, author);
        dispatch.markRan(plan, "direct-1", RAN, Map.of("coach", new Aboard(51, 1, 0)), author);
        dispatch.markRan(plan, "direct-2", RAN, Map.of("coach", new Aboard(51, 0, 1)), author);
        dispatch.markRan(plan, "block-1", RAN, author);
        dispatch.markRan(plan, "block-2", RAN, Map.of("air", Aboard.persons(73)), author);
    }
}
