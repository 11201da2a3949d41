package io.chunfeng.web;

import io.chunfeng.report.Block;
import io.chunfeng.report.DueStage;
import io.chunfeng.report.ReportDocument;
import io.chunfeng.report.ReportText;
import io.chunfeng.report.ReportVersion;
import io.chunfeng.report.StageReport;
import io.chunfeng.report.StageReports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 阶段报告: which are due, which are written, and each of them on the page and as .docx. */
@Controller
class StageReportsPage {
    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final StageReports reports;
    private final StageReportMaker maker;
    private final CarriedShelf shelf;
    private final CampaignUnits units;
    private final Clock clock;

    StageReportsPage(
            StageReports reports, StageReportMaker maker, CarriedShelf shelf, CampaignUnits units, Clock clock) {
        this.reports = reports;
        this.maker = maker;
        this.shelf = shelf;
        this.units = units;
        this.clock = clock;
    }

    /** A stage of the calendar for the province. @param report that is written for it, or null @param late it is due and not written */
    record Due(DueStage stage, StageReport report, boolean late) {}

    /** @param newer there are newer recordings; whether they change a figure is told on the report's own page */
    record Row(StageReport report, ReportVersion latest, boolean newer) {}

    @GetMapping("/statistics/reports")
    String list(Model model) {
        String province = units.province();
        model.addAttribute("province", province);
        model.addAttribute(
                "due", maker.due().stream().map(stage -> due(stage, province)).toList());
        long newest = shelf.newest();
        model.addAttribute(
                "rows",
                reports.list().stream()
                        .map(written -> new Row(
                                written.report(),
                                written.latest(),
                                written.latest().recording() != newest))
                        .toList());
        return "stage-reports";
    }

    private Due due(DueStage stage, String province) {
        StageReport report = reports.find(province, stage.from(), stage.to()).orElse(null);
        return new Due(stage, report, report == null && clock.instant().isAfter(StageReport.endOf(stage.to())));
    }

    /** @param number of a version; the newest without it */
    @GetMapping("/statistics/reports/{id:\\d+}")
    String show(
            @PathVariable("id") long id,
            @RequestParam(name = "version", required = false) Integer number,
            @RequestParam(name = "written", required = false) Integer written,
            Model model) {
        StageReport report = reports.find(id).orElseThrow(NotFoundException::new);
        List<ReportVersion> versions = new ArrayList<>(reports.versions(id));
        ReportVersion version = version(versions, number);
        long newest = shelf.newest();
        model.addAttribute("report", report);
        model.addAttribute("version", version);
        model.addAttribute("versions", versions);
        model.addAttribute("title", ReportText.title(report));
        model.addAttribute("period", ReportText.period(report));
        model.addAttribute("date", ReportText.date(version));
        List<Block> blocks = maker.blocks(report, version);
        model.addAttribute("blocks", blocks.stream().map(ReportPart::of).toList());
        model.addAttribute("newest", newest);
        model.addAttribute("written", written);
        model.addAttribute(
                "changes",
                newest == version.recording()
                        ? List.of()
                        : maker.figures(report, version).changedBy(maker.figures(report, version, newest)));
        return "stage-report";
    }

    @GetMapping("/statistics/reports/{id:\\d+}/report.docx")
    ResponseEntity<byte[]> download(
            @PathVariable("id") long id, @RequestParam(name = "version", required = false) Integer number)
            throws IOException {
        StageReport report = reports.find(id).orElseThrow(NotFoundException::new);
        ReportVersion version = version(reports.versions(id), number);
        String name = ReportText.title(report) + ReportText.period(report) + "第" + version.number() + "版.docx";
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(DOCX)
                .body(ReportDocument.write(report, version, maker.blocks(report, version)));
    }

    private static ReportVersion version(List<ReportVersion> versions, Integer number) {
        if (number == null) {
            return versions.get(versions.size() - 1);
        }
        if (number < 1 || number > versions.size()) {
            throw new NotFoundException();
        }
        return versions.get(number - 1);
    }
}
