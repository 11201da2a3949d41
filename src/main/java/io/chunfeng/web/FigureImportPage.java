package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.dispatch.Author;
import io.chunfeng.statistics.CurrentTables;
import io.chunfeng.statistics.FigureImport;
import io.chunfeng.statistics.ReportingUnit;
import io.chunfeng.statistics.StaleFiguresException;
import io.chunfeng.statistics.StatisticsTable;
import io.chunfeng.statistics.TemplateVersion;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * The workbook of a form, filled in and brought back: first what it would change, then all of it or nothing. Between the
 * two the file stays with the page, so that nothing of it is kept before it is taken.
 */
@Controller
class FigureImportPage {
    /** Ours are some twenty kilobytes. */
    private static final int LARGEST = 1 << 20;

    private final CurrentTables tables;
    private final FigureImport imports;
    private final Audit audit;

    FigureImportPage(CurrentTables tables, FigureImport imports, Audit audit) {
        this.tables = tables;
        this.imports = imports;
        this.audit = audit;
    }

    @GetMapping("/statistics/{template}/import")
    String choose(@PathVariable String template, StatisticsQuery query, Viewer viewer, Model model) {
        return page(table(version(template), query, viewer), query, model);
    }

    /**
     * @param file to be looked at @param kept the same file as Base64, when it is to be taken
     * @param seen newest recording when it was looked at
     */
    @PostMapping("/statistics/{template}/import")
    String upload(
            @PathVariable String template,
            StatisticsQuery query,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(required = false) String kept,
            @RequestParam(defaultValue = "0") long seen,
            @RequestParam(required = false) String reason,
            Viewer viewer,
            Model model,
            HttpServletResponse response)
            throws IOException {
        TemplateVersion version = version(template);
        long newest = tables.newest();
        StatisticsTable table = table(version, query, viewer);
        boolean take = kept != null && !kept.isEmpty();
        byte[] xlsx = take ? bytes(kept) : file == null ? new byte[0] : file.getBytes();
        if (xlsx.length == 0 || xlsx.length > LARGEST) {
            response.setStatus(422);
            model.addAttribute("refusal", xlsx.length == 0 ? "tables.import.none" : "tables.import.large");
            return page(table, query, model);
        }
        FigureImport.Preview preview = imports.preview(version, table, xlsx);
        String why = reason == null || reason.isBlank() ? null : reason.strip();
        boolean ready = !preview.refused() && !preview.changes().isEmpty() && (why != null || !preview.needsReason());
        if (take && ready) {
            try {
                long recording = imports.take(preview, seen, new Author(viewer.login(), why));
                audit.add(
                        viewer,
                        "figures.imported",
                        template + " " + table.unit().code(),
                        "#" + recording);
                model.addAttribute("taken", preview.changes().size());
                return page(table(version, query, viewer), query, model);
            } catch (StaleFiguresException e) {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                model.addAttribute("refusal", "tables.import.stale");
            }
        } else if (take || preview.refused()) {
            response.setStatus(422);
        }
        model.addAttribute("preview", preview);
        model.addAttribute("kept", Base64.getEncoder().encodeToString(xlsx));
        model.addAttribute("seen", newest);
        model.addAttribute("reason", why);
        return page(table, query, model);
    }

    private static byte[] bytes(String kept) {
        try {
            return Base64.getDecoder().decode(kept);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static String page(StatisticsTable table, StatisticsQuery query, Model model) {
        model.addAttribute("view", new StatisticsView(table, query, false));
        return "entry-import";
    }

    private TemplateVersion version(String id) {
        return tables.inForce(id).orElseThrow(NotFoundException::new);
    }

    private StatisticsTable table(TemplateVersion version, StatisticsQuery query, Viewer viewer) {
        String code = query.unit() == null ? version.template().province() : query.unit();
        ReportingUnit unit = version.template().unit(code).orElseThrow(NotFoundException::new);
        EntryScope.require(viewer, unit);
        if (unit.isProvince() && version.template().rows(unit).contains(unit)) {
            throw new NotFoundException();
        }
        return tables.table(version, unit.code(), query.moment(), null);
    }
}
