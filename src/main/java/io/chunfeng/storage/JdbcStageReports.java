package io.chunfeng.storage;

import io.chunfeng.report.ReportEntry;
import io.chunfeng.report.ReportVersion;
import io.chunfeng.report.StageReport;
import io.chunfeng.report.StageReports;
import io.chunfeng.report.StaleReportException;
import io.chunfeng.statistics.CountingRule;
import io.chunfeng.statistics.CountingSettings;
import io.chunfeng.statistics.RailConversion;
import io.chunfeng.statistics.SeatBlockConversion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

final class JdbcStageReports implements StageReports {
    private final JdbcClient sql;
    private final TransactionOperations transaction;
    private final Clock clock;

    JdbcStageReports(JdbcClient sql, TransactionOperations transaction, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Written> list() {
        return sql.sql("""
                        SELECT r.id, r.unit, r.first_day, r.last_day, v.*
                        FROM stage_report r
                        JOIN LATERAL (SELECT * FROM stage_report_version WHERE report_id = r.id
                                      ORDER BY number DESC LIMIT 1) v ON true
                        ORDER BY r.last_day DESC, r.unit, r.first_day
                        """)
                .query((row, number) -> new Written(report(row), version(row)))
                .list();
    }

    @Override
    public Optional<StageReport> find(long id) {
        return sql.sql("SELECT * FROM stage_report WHERE id = :id")
                .param("id", id)
                .query((row, number) -> report(row))
                .optional();
    }

    @Override
    public Optional<StageReport> find(String unit, LocalDate from, LocalDate to) {
        return sql.sql("SELECT * FROM stage_report WHERE unit = :unit AND first_day = :from AND last_day = :to")
                .param("unit", unit)
                .param("from", from)
                .param("to", to)
                .query((row, number) -> report(row))
                .optional();
    }

    @Override
    public List<ReportVersion> versions(long id) {
        return sql.sql("SELECT * FROM stage_report_version WHERE report_id = :id ORDER BY number")
                .param("id", id)
                .query((row, number) -> version(row))
                .list();
    }

    @Override
    public long begin(String unit, LocalDate from, LocalDate to, ReportVersion version) {
        try {
            return transaction.execute(status -> {
                long id = sql.sql("""
                                INSERT INTO stage_report (unit, first_day, last_day) VALUES (:unit, :from, :to)
                                RETURNING id
                                """)
                        .param("unit", unit)
                        .param("from", from)
                        .param("to", to)
                        .query(Long.class)
                        .single();
                insert(id, 1, version);
                return id;
            });
        } catch (DuplicateKeyException e) {
            throw new StaleReportException("report of " + unit + " " + from + " to " + to + " is there already", e);
        }
    }

    @Override
    public ReportVersion add(long id, int base, ReportVersion version) {
        try {
            return transaction.execute(status -> {
                int newest = sql.sql("SELECT max(number) FROM stage_report_version WHERE report_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single();
                if (newest != base) {
                    throw new StaleReportException("report " + id + " has version " + newest + " by now", null);
                }
                return insert(id, base + 1, version);
            });
        } catch (DuplicateKeyException e) {
            throw new StaleReportException("report " + id + " was written at the same moment", e);
        }
    }

    private ReportVersion insert(long id, int number, ReportVersion version) {
        ReportVersion numbered = new ReportVersion(
                number,
                version.recording(),
                version.settings(),
                version.since(),
                version.comparedFrom(),
                version.comparedTo(),
                version.entry(),
                version.writtenBy(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        int inserted = sql.sql("""
                        INSERT INTO stage_report_version (report_id, number, recording, counting_rule, rail, seat_blocks,
                                                          since, compared_from, compared_to, launch, homeward, stayed,
                                                          measures, difficulties, suggestions, written_by, written_at)
                        VALUES (:id, :number, :recording, :rule, :rail, :seatBlocks, :since, :comparedFrom, :comparedTo,
                                :launch, :homeward, :stayed, :measures, :difficulties, :suggestions, :by, :at)
                        """)
                .param("id", id)
                .param("number", number)
                .param("recording", numbered.recording())
                .param("rule", numbered.settings().rule().name())
                .param("rail", numbered.settings().rail().name())
                .param("seatBlocks", numbered.settings().seatBlocks().name())
                .param("since", numbered.since())
                .param("comparedFrom", numbered.comparedFrom())
                .param("comparedTo", numbered.comparedTo())
                .param("launch", numbered.entry().launch())
                .param("homeward", numbered.entry().homeward())
                .param("stayed", numbered.entry().stayed())
                .param("measures", numbered.entry().measures())
                .param("difficulties", numbered.entry().difficulties())
                .param("suggestions", numbered.entry().suggestions())
                .param("by", numbered.writtenBy())
                .param("at", Rows.utc(numbered.writtenAt()))
                .update();
        Rows.expectOne("INSERT INTO stage_report_version", inserted);
        return numbered;
    }

    private static StageReport report(ResultSet row) throws SQLException {
        return new StageReport(
                row.getLong("id"), row.getString("unit"), Rows.date(row, "first_day"), Rows.date(row, "last_day"));
    }

    private static ReportVersion version(ResultSet row) throws SQLException {
        return new ReportVersion(
                row.getInt("number"),
                row.getLong("recording"),
                new CountingSettings(
                        CountingRule.valueOf(row.getString("counting_rule")),
                        RailConversion.valueOf(row.getString("rail")),
                        SeatBlockConversion.valueOf(row.getString("seat_blocks"))),
                Rows.date(row, "since"),
                Rows.date(row, "compared_from"),
                Rows.date(row, "compared_to"),
                new ReportEntry(
                        row.getString("launch"),
                        row.getObject("homeward", Long.class),
                        row.getObject("stayed", Long.class),
                        row.getString("measures"),
                        row.getString("difficulties"),
                        row.getString("suggestions")),
                row.getString("written_by"),
                Rows.instant(row, "written_at"));
    }
}
