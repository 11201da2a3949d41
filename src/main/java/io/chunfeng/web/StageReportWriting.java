package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.report.DueStage;
import io.chunfeng.report.ReportEntry;
import io.chunfeng.report.ReportVersion;
import io.chunfeng.report.StageReport;
import io.chunfeng.report.StageReports;
import io.chunfeng.report.StaleReportException;
import io.chunfeng.statistics.CountingSettings;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing stage reports: each writing is a version of its own, and nothing typed is lost. */
@Controller
class StageReportWriting {
    private final StageReports reports;
    private final StageReportMaker maker;
    private final CarriedShelf shelf;
    private final CampaignUnits units;
    private final CountingSettings counting;
    private final Audit audit;
    private final Clock clock;

    StageReportWriting(
            StageReports reports,
            StageReportMaker maker,
            CarriedShelf shelf,
            CampaignUnits units,
            CountingSettings counting,
            Audit audit,
            Clock clock) {
        this.reports = reports;
        this.maker = maker;
        this.shelf = shelf;
        this.units = units;
        this.counting = counting;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begun from a stage of the calendar or with days of one's own; the next stage that is due without any. */
    @GetMapping("/statistics/reports/new")
    String start(
            @RequestParam(name = "unit", required = false) String unit,
            @RequestParam(name = "from", required = false) String from,
            @RequestParam(name = "to", required = false) String to,
            Model model) {
        LocalDate today = Format.dateOf(clock.instant());
        List<DueStage> due = maker.due();
        DueStage next = due.stream()
                .filter(stage -> !stage.to().isBefore(today))
                .findFirst()
                .orElse(due.get(due.size() - 1));
        FieldErrors errors = new FieldErrors();
        LocalDate begins = from == null ? next.from() : StageReportForm.day("from", from, errors);
        LocalDate ends = to == null ? next.to() : StageReportForm.day("to", to, errors);
        String chosen = unit != null && units.all().containsKey(unit) ? unit : units.province();
        return form(null, StageReportForm.empty(chosen, begins, ends, shelf.newest()), errors, model);
    }

    @PostMapping("/statistics/reports")
    String begin(
            @ModelAttribute("typed") StageReportForm form, Viewer viewer, Model model, HttpServletResponse response) {
        FieldErrors errors = new FieldErrors();
        LocalDate from = StageReportForm.day("from", form.from(), errors);
        LocalDate to = StageReportForm.day("to", form.to(), errors);
        if (from != null && to != null && to.isBefore(from)) {
            errors.add("to", "report.error.order");
        }
        if (form.unit() == null || !units.all().containsKey(form.unit())) {
            errors.add("unit", "report.error.unit");
        }
        ReportEntry entry = form.entry(errors);
        if (!errors.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return form(null, form, errors, model);
        }
        try {
            ReportVersion version = version(new StageReport(0, form.unit(), from, to), form, entry, viewer);
            long id = reports.begin(form.unit(), from, to, version);
            audit.add(viewer, "report.written", String.valueOf(id), "1");
            return "redirect:/statistics/reports/" + id + "?written=1";
        } catch (StaleReportException e) {
            errors.add("unit", "report.error.exists");
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return form(null, form, errors, model);
        }
    }

    @GetMapping("/statistics/reports/{id:\\d+}/edit")
    String edit(@PathVariable("id") long id, Model model) {
        StageReport report = reports.find(id).orElseThrow(NotFoundException::new);
        List<ReportVersion> versions = reports.versions(id);
        return form(
                report,
                StageReportForm.of(versions.get(versions.size() - 1), shelf.newest()),
                new FieldErrors(),
                model);
    }

    @PostMapping("/statistics/reports/{id:\\d+}")
    String add(
            @PathVariable("id") long id,
            @ModelAttribute("typed") StageReportForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        StageReport report = reports.find(id).orElseThrow(NotFoundException::new);
        FieldErrors errors = new FieldErrors();
        ReportEntry entry = form.entry(errors);
        if (!errors.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return form(report, form, errors, model);
        }
        try {
            ReportVersion added = reports.add(id, form.baseOrNew(), version(report, form, entry, viewer));
            audit.add(viewer, "report.written", String.valueOf(id), String.valueOf(added.number()));
            return "redirect:/statistics/reports/" + id + "?written=" + added.number();
        } catch (StaleReportException e) {
            errors.add("base", "report.error.stale");
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return form(report, form, errors, model);
        }
    }

    /** With the figures of the recording that the form showed, or the newest where it names none that is there. */
    private ReportVersion version(StageReport report, StageReportForm form, ReportEntry entry, Viewer viewer) {
        long newest = shelf.newest();
        boolean known = form.recording() != null && form.recording() >= 0 && form.recording() <= newest;
        DueStage before = DueStage.before(maker.due(), report.from()).orElse(null);
        return new ReportVersion(
                form.baseOrNew() + 1,
                known ? form.recording() : newest,
                counting,
                maker.since(report),
                before == null ? null : before.from(),
                before == null ? null : before.to(),
                entry,
                viewer.name(),
                clock.instant());
    }

    private String form(StageReport report, StageReportForm typed, FieldErrors errors, Model model) {
        int latest = report == null ? 0 : reports.versions(report.id()).size();
        model.addAttribute("report", report);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("units", units.all());
        model.addAttribute("latest", latest);
        model.addAttribute(
                "kept",
                report == null
                        ? null
                        : reports.versions(report.id()).get(latest - 1).recording());
        model.addAttribute("newest", shelf.newest());
        return "stage-report-form";
    }
}
