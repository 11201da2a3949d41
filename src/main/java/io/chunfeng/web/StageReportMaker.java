package io.chunfeng.web;

import io.chunfeng.day.Incident;
import io.chunfeng.day.Incidents;
import io.chunfeng.report.Block;
import io.chunfeng.report.DueStage;
import io.chunfeng.report.MajorIncidents;
import io.chunfeng.report.ReportText;
import io.chunfeng.report.ReportVersion;
import io.chunfeng.report.StageFigures;
import io.chunfeng.report.StageReport;
import io.chunfeng.statistics.ReportingCalendar;
import io.chunfeng.statistics.TemplateFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Stage reports from the ledger and the incidents, as they were known when a version was written. */
@Component
class StageReportMaker {
    private final CarriedShelf shelf;
    private final Incidents incidents;
    private final ReportingCalendar calendar = TemplateFile.load("T-2024-SX").calendar();

    StageReportMaker(CarriedShelf shelf, Incidents incidents) {
        this.shelf = shelf;
        this.incidents = incidents;
    }

    List<DueStage> due() {
        return DueStage.of(calendar);
    }

    /** First day of the cumulative figures of a report: the campaign's, or its own where it begins before. */
    LocalDate since(StageReport report) {
        return report.from().isBefore(calendar.firstDay()) ? report.from() : calendar.firstDay();
    }

    StageFigures figures(StageReport report, ReportVersion version) {
        return figures(report, version, version.recording());
    }

    /** The same report as of another recording. */
    StageFigures figures(StageReport report, ReportVersion version, long recording) {
        CarriedShelf.Recorded recorded = shelf.asOf(recording);
        return StageFigures.of(report, version, recorded.trips(), recorded.offers());
    }

    List<Block> blocks(StageReport report, ReportVersion version) {
        return ReportText.of(report, version, figures(report, version), incidents(report, version.writtenAt()));
    }

    /** What happened in the period, with the notes that were there at a moment. */
    private MajorIncidents incidents(StageReport report, Instant known) {
        Instant begin = report.from().atStartOfDay(ReportingCalendar.ZONE).toInstant();
        Instant end = StageReport.endOf(report.to());
        List<Incident> all = incidents.list().stream()
                .filter(incident -> !incident.recordedAt().isAfter(known)
                        && !incident.happenedAt().isBefore(begin)
                        && !incident.happenedAt().isAfter(end))
                .map(incident -> until(incident, known))
                .toList();
        List<Incident> major = all.stream().filter(Incident::major).toList();
        return new MajorIncidents(
                all.size(),
                major.size(),
                major.stream()
                        .mapToInt(incident -> incident.affected().persons())
                        .sum(),
                (int) major.stream().filter(incident -> !incident.closed()).count());
    }

    private static Incident until(Incident incident, Instant known) {
        return new Incident(
                incident.id(),
                incident.plan(),
                incident.happening(),
                incident.happenedAt(),
                incident.location(),
                incident.description(),
                incident.recordedAsMajor(),
                incident.affected(),
                incident.recordedBy(),
                incident.recordedAt(),
                incident.notes().stream()
                        .filter(note -> !note.at().isAfter(known))
                        .toList(),
                incident.rounds());
    }
}
