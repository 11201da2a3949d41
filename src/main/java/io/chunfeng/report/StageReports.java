package io.chunfeng.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Stage reports and their versions. Port to the database; versions are only ever added. */
public interface StageReports {

    /** @param latest version */
    record Written(StageReport report, ReportVersion latest) {}

    /** By the end of their periods, newest first. */
    List<Written> list();

    Optional<StageReport> find(long id);

    Optional<StageReport> find(String unit, LocalDate from, LocalDate to);

    /** Oldest first; at least one. */
    List<ReportVersion> versions(long id);

    /**
     * Begins a report with its first version.
     *
     * @param version its number and moment are set here
     * @return its id
     * @throws StaleReportException when there is one of the unit and period already
     */
    long begin(String unit, LocalDate from, LocalDate to, ReportVersion version);

    /**
     * Adds a version.
     *
     * @param base number of the version that the writer has seen
     * @throws StaleReportException when somebody else has written another one since
     */
    ReportVersion add(long id, int base, ReportVersion version);
}
