package io.chunfeng.web;

import io.chunfeng.dispatch.Ledger;
import io.chunfeng.freeze.FrozenCell;
import io.chunfeng.freeze.FrozenKey;
import io.chunfeng.freeze.FrozenTable;
import io.chunfeng.freeze.FrozenTables;
import io.chunfeng.freeze.FrozenTrip;
import io.chunfeng.freeze.Subject;
import io.chunfeng.freeze.TripKey;
import io.chunfeng.statistics.CountedTrips;
import io.chunfeng.statistics.EnteredFigure;
import io.chunfeng.statistics.EnteredFigures;
import io.chunfeng.statistics.FilledCell;
import io.chunfeng.statistics.ReportingUnit;
import io.chunfeng.statistics.StatisticsTable;
import io.chunfeng.statistics.StatisticsTemplate;
import io.chunfeng.statistics.TableQuery;
import io.chunfeng.statistics.Tables;
import io.chunfeng.statistics.TemplateVersion;
import io.chunfeng.statistics.Templates;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 数据溯源: from a figure, of now or frozen, to the trips or the entries that it consists of. */
@Controller
class LineagePage {
    private final Tables tables;
    private final Templates templates;
    private final EnteredFigures entered;
    private final Ledger ledger;
    private final FrozenTables frozen;
    private final FreezeSubjects subjects;

    LineagePage(
            Tables tables,
            Templates templates,
            EnteredFigures entered,
            Ledger ledger,
            FrozenTables frozen,
            FreezeSubjects subjects) {
        this.tables = tables;
        this.templates = templates;
        this.entered = entered;
        this.ledger = ledger;
        this.frozen = frozen;
        this.subjects = subjects;
    }

    /** A trip behind a figure. @param value what it adds to it */
    record Share(FrozenTrip trip, long value) {}

    /** An entered figure behind a cell. @param unit its name @param shown as printed */
    record EnteredRow(String unit, String shown, EnteredFigure figure) {}

    /** @param recording as of an earlier recording; absent: the newest */
    @GetMapping("/statistics/lineage")
    String live(
            FreezeQuery query,
            @RequestParam(required = false) Long recording,
            @RequestParam String row,
            @RequestParam int column,
            Model model) {
        Subject subject = subjects.of(query);
        StatisticsTable table = tables.table(subject.query(recording == null ? ledger.newest() : recording));
        FilledCell cell = table.filled().stream()
                .filter(filled -> filled.row().equals(row) && filled.column() == column)
                .findFirst()
                .orElseThrow(NotFoundException::new);
        StatisticsTemplate.Column heading = table.template().column(column);
        String name =
                table.template().unit(row).orElseThrow(NotFoundException::new).name();
        List<Share> shares = !cell.counted()
                ? List.of()
                : table.behind(column, row).stream().map(LineagePage::share).toList();
        return page(
                new FrozenCell(cell, name, heading.text(), heading.unit()),
                shares,
                subject.query(recording == null ? ledger.newest() : recording),
                model);
    }

    @GetMapping("/statistics/frozen/{template}/{number}/lineage")
    String ofFrozen(
            @PathVariable String template,
            @PathVariable int number,
            @RequestParam String row,
            @RequestParam int column,
            Model model) {
        FrozenTable table = frozen.find(new FrozenKey(template, number)).orElseThrow(NotFoundException::new);
        FrozenCell cell = frozen.cells(table.key()).stream()
                .filter(one -> one.cell().row().equals(row) && one.cell().column() == column)
                .findFirst()
                .orElseThrow(NotFoundException::new);
        Map<TripKey, FrozenTrip> trips = frozen.trips(table.key());
        List<Share> shares = frozen.behind(table.key(), row, column).stream()
                .map(share -> new Share(trips.get(share.trip()), share.value()))
                .toList();
        model.addAttribute("frozen", table);
        return page(cell, shares, table.query(), model);
    }

    private String page(FrozenCell cell, List<Share> shares, TableQuery query, Model model) {
        model.addAttribute("cell", cell);
        model.addAttribute("query", query);
        model.addAttribute("figure", FrozenGrid.shown(cell));
        model.addAttribute("shares", shares);
        model.addAttribute("sum", shares.stream().mapToLong(Share::value).sum());
        if (!cell.cell().counted()) {
            model.addAttribute("entries", entries(cell, query));
        }
        return "lineage";
    }

    private static Share share(CountedTrips.Share share) {
        return new Share(FrozenTrip.of(share.counted().trip()), share.value());
    }

    /** Of the row's unit and all below it, as far as the table knew them; the latest first. */
    private List<EnteredRow> entries(FrozenCell cell, TableQuery query) {
        StatisticsTemplate template = templates
                .version(query.template(), query.version())
                .map(TemplateVersion::template)
                .orElseThrow(NotFoundException::new);
        StatisticsTemplate.Column column = template.column(cell.cell().column());
        return template.units().stream()
                .filter(unit -> unit.code().startsWith(cell.cell().row()))
                .flatMap(unit -> entered.history(query.template(), unit.code()).stream()
                        .filter(figure -> figure.column().equals(column.key()))
                        .filter(figure -> figure.recording().id() <= query.recording()
                                && !figure.asOf().isAfter(query.asOf()))
                        .map(figure -> row(unit, column, figure)))
                .sorted(Comparator.comparing(
                                (EnteredRow row) -> row.figure().recording().id())
                        .reversed())
                .toList();
    }

    private static EnteredRow row(ReportingUnit unit, StatisticsTemplate.Column column, EnteredFigure figure) {
        return new EnteredRow(unit.name(), EnteredWords.shown(column, figure.value()), figure);
    }
}
