package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.dispatch.Author;
import io.chunfeng.statistics.CurrentTables;
import io.chunfeng.statistics.EntryFinding;
import io.chunfeng.statistics.EntrySheet;
import io.chunfeng.statistics.FigureEntry;
import io.chunfeng.statistics.ReportingMoment;
import io.chunfeng.statistics.ReportingUnit;
import io.chunfeng.statistics.StaleFiguresException;
import io.chunfeng.statistics.TemplateVersion;
import io.chunfeng.statistics.ValueKind;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** 填报: the entered columns of a form, for one unit at one moment. Counties see and fill in their own. */
@Controller
class FigureEntryPage {
    private final CurrentTables tables;
    private final FigureEntry entry;
    private final Audit audit;

    FigureEntryPage(CurrentTables tables, FigureEntry entry, Audit audit) {
        this.tables = tables;
        this.entry = entry;
        this.audit = audit;
    }

    /** @param asOf what to begin with: due next, or now */
    record Form(String id, String title, List<ReportingUnit> units, List<ReportingMoment> moments, Instant asOf) {}

    @GetMapping("/statistics/entry")
    String choose(Viewer viewer, Model model) {
        model.addAttribute(
                "forms",
                tables.inForce().stream()
                        .map(version -> form(version, viewer))
                        .filter(form -> !form.units.isEmpty())
                        .toList());
        return "entry-choice";
    }

    private Form form(TemplateVersion version, Viewer viewer) {
        var template = version.template();
        List<ReportingUnit> units = template.units().stream()
                .filter(unit -> !unit.isProvince() && EntryScope.covers(viewer, unit))
                .toList();
        Instant asOf = tables.nextDue(template).map(ReportingMoment::due).orElseGet(() -> tables.current(template));
        return new Form(
                version.id(), template.title(), units, template.calendar().moments(), asOf);
    }

    @GetMapping("/statistics/{template}/entry")
    String show(
            @PathVariable String template,
            StatisticsQuery query,
            @RequestParam(required = false) String saved,
            Viewer viewer,
            Model model) {
        EntrySheet sheet = sheet(template, query, viewer);
        model.addAttribute("saved", saved);
        return page(new EntryView(sheet, Map.of(), List.of()), sheet.seen(), null, model);
    }

    /** @param seen id of the last recording of the unit that the page showed @param form with fields c1, c2, … */
    @PostMapping("/statistics/{template}/entry")
    String save(
            @PathVariable String template,
            StatisticsQuery query,
            @RequestParam long seen,
            @RequestParam(required = false) String reason,
            @RequestParam MultiValueMap<String, String> form,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        EntrySheet sheet = sheet(template, query, viewer);
        Map<Integer, String> typed = typed(sheet, form);
        FigureEntry.Reading reading = FigureEntry.read(sheet, typed);
        String why = reason == null || reason.isBlank() ? null : reason.strip();
        if (sheet.seen() > seen) {
            return conflict(sheet, typed, why, model, response);
        }
        if (!EntryFinding.accepted(reading.findings(), why)) {
            response.setStatus(422);
            return page(new EntryView(sheet, typed, reading.findings()), seen, why, model);
        }
        try {
            long recording = entry.save(sheet, reading, seen, new Author(viewer.login(), why));
            if (recording != 0) {
                audit.add(
                        viewer, "figures.entered", template + " " + sheet.unit().code(), "#" + recording);
            }
            return "redirect:"
                    + UriComponentsBuilder.fromPath("/statistics/{template}/entry")
                            .queryParam("unit", sheet.unit().code())
                            .queryParam("asOf", new EntryView(sheet, typed, List.of()).asOfAddress())
                            .queryParam("saved", recording)
                            .buildAndExpand(template)
                            .toUriString();
        } catch (StaleFiguresException e) {
            return conflict(sheet(template, query, viewer), typed, why, model, response);
        }
    }

    /** What was typed stays in the fields, beside it what the other one entered. */
    private String conflict(
            EntrySheet sheet, Map<Integer, String> typed, String why, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        model.addAttribute("conflict", true);
        return page(new EntryView(sheet, typed, List.of()), sheet.seen(), why, model);
    }

    private static String page(EntryView view, long seen, String reason, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("seen", seen);
        model.addAttribute("reason", reason);
        return "entry";
    }

    /** A list without a tick is an empty list; another field that is missing stays as it is. */
    private static Map<Integer, String> typed(EntrySheet sheet, MultiValueMap<String, String> form) {
        Map<Integer, String> typed = new HashMap<>();
        for (int number : sheet.fields()) {
            List<String> values = form.get("c" + number);
            if (values != null) {
                typed.put(number, String.join("、", values));
            } else if (sheet.source(number).kind() == ValueKind.COUNTIES) {
                typed.put(number, "");
            }
        }
        return typed;
    }

    private EntrySheet sheet(String template, StatisticsQuery query, Viewer viewer) {
        TemplateVersion version = tables.inForce(template).orElseThrow(NotFoundException::new);
        ReportingUnit unit = version.template()
                .unit(query.unit())
                .filter(known -> !known.isProvince())
                .orElseThrow(NotFoundException::new);
        EntryScope.require(viewer, unit);
        Instant asOf = query.moment();
        return entry.sheet(version, unit, asOf == null ? tables.current(version.template()) : asOf);
    }
}
