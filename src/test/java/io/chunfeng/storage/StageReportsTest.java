package io.chunfeng.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chunfeng.plan.Plan;
import io.chunfeng.report.ReportEntry;
import io.chunfeng.report.ReportVersion;
import io.chunfeng.report.StageReport;
import io.chunfeng.report.StageReports;
import io.chunfeng.report.StaleReportException;
import io.chunfeng.report.VehicleOffer;
import io.chunfeng.report.VehicleOffers;
import io.chunfeng.statistics.CountingSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Stage reports in a real database: versions are only added to, and nobody overwrites another's unseen. */
class StageReportsTest {
    private static final Instant NOW = Instant.parse("2024-02-22T10:00:00.123456Z");
    private static final LocalDate FROM = LocalDate.of(2024, 2, 3);
    private static final LocalDate TO = LocalDate.of(2024, 2, 22);

    private static TestDatabase database;
    private static StageReports reports;

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
        reports = new JdbcStageReports(database.sql(), database.transaction(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void everyVersionComesBackAsItWasWritten() {
        ReportEntry entry = new ReportEntry("启动 <b>&\n第二行", 12L, null, "做法", "", "建议");
        long id = reports.begin("1411", FROM, TO, version(entry, 3));
        ReportVersion second = reports.add(id, 1, version(ReportEntry.EMPTY, 4));

        assertThat(reports.find(id)).contains(new StageReport(id, "1411", FROM, TO));
        assertThat(reports.find("1411", FROM, TO)).map(StageReport::id).contains(id);
        List<ReportVersion> versions = reports.versions(id);
        assertThat(versions).hasSize(2).endsWith(second);
        assertThat(versions.get(0).entry()).isEqualTo(entry);
        assertThat(versions.get(0).recording()).isEqualTo(3);
        assertThat(versions.get(0).writtenAt()).isEqualTo(NOW);
        assertThat(reports.list())
                .filteredOn(written -> written.report().id() == id)
                .extracting(StageReports.Written::latest)
                .containsExactly(second);
    }

    @Test
    void whoHasNotSeenTheLastVersionIsRefused() {
        long id = reports.begin("1401", FROM, TO, version(ReportEntry.EMPTY, 0));
        reports.add(id, 1, version(ReportEntry.EMPTY, 0));

        assertThatThrownBy(() -> reports.add(id, 1, version(ReportEntry.EMPTY, 0)))
                .isInstanceOf(StaleReportException.class);
        assertThatThrownBy(() -> reports.begin("1401", FROM, TO, version(ReportEntry.EMPTY, 0)))
                .isInstanceOf(StaleReportException.class);
        assertThat(reports.versions(id)).hasSize(2);
    }

    @Test
    void theDatabaseItselfRefusesChanges() {
        long id = reports.begin("1402", FROM, TO, version(ReportEntry.EMPTY, 0));
        for (String change : List.of(
                "UPDATE stage_report_version SET measures = 'x'",
                "DELETE FROM stage_report_version",
                "UPDATE stage_report SET unit = '14'",
                "TRUNCATE stage_report CASCADE")) {
            assertThatThrownBy(() -> database.sql().sql(change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(reports.versions(id)).hasSize(1);
    }

    @Test
    void whatVehiclesOfferIsWorkedOutOnceFromThePlan() {
        database.save(PublishedPlans.DEMO);
        PublishedPlans.Made made = PublishedPlans.of(PublishedPlans.DEMO.groups().stream()
                .filter(group -> PublishedPlans.DAY.equals(group.preferredDate()))
                .limit(5)
                .toList());
        long plan = database.plans().save(made.problem(), made.plan());
        VehicleOffers offers = new JdbcVehicleOffers(
                database.sql(), new NamedParameterJdbcTemplate(database.dataSource()), database.plans());

        Map<String, VehicleOffer> first = offers.of(Set.of(plan, 999_999L));

        assertThat(first.keySet())
                .isEqualTo(made.plan().coachTrips().stream()
                        .map(trip -> plan + "/" + trip.id())
                        .collect(Collectors.toSet()));
        Plan.CoachTrip trip = made.plan().coachTrips().get(0);
        int approved = made.problem().coachPools().stream()
                .filter(pool -> pool.id().equals(trip.poolId()))
                .findFirst()
                .orElseThrow()
                .approvedSeats();
        assertThat(first.get(plan + "/" + trip.id()))
                .isEqualTo(new VehicleOffer(approved - trip.drivers(), trip.costFen()));
        assertThat(first.values().stream().mapToLong(VehicleOffer::costFen).sum())
                .isEqualTo(made.plan().score().parts().coachFen());
        assertThat(offers.of(Set.of(plan))).isEqualTo(first);
        assertThat(offers.of(Set.of())).isEmpty();
    }

    private static ReportVersion version(ReportEntry entry, long recording) {
        return new ReportVersion(
                1,
                recording,
                CountingSettings.DEFAULT,
                LocalDate.of(2024, 1, 25),
                LocalDate.of(2024, 1, 25),
                LocalDate.of(2024, 2, 2),
                entry,
                "统计员",
                NOW.plusSeconds(1));
    }
}
