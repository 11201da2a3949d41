package io.chunfeng.web;

import io.chunfeng.freeze.CellDifference;
import io.chunfeng.freeze.Comparisons;
import io.chunfeng.freeze.Freezer;
import io.chunfeng.freeze.FrozenKey;
import io.chunfeng.freeze.FrozenTable;
import io.chunfeng.freeze.FrozenTables;
import io.chunfeng.statistics.TemplateVersion;
import io.chunfeng.statistics.Templates;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** 冻结报表: those there are, one of them, and what became of its figures in the next. */
@Controller
class FrozenPage {
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final FrozenTables frozen;
    private final Freezer freezer;
    private final Comparisons comparisons;
    private final Templates templates;
    private final FreezeSubjects subjects;
    private final FrozenWords words;

    FrozenPage(
            FrozenTables frozen,
            Freezer freezer,
            Comparisons comparisons,
            Templates templates,
            FreezeSubjects subjects,
            FrozenWords words) {
        this.frozen = frozen;
        this.freezer = freezer;
        this.comparisons = comparisons;
        this.templates = templates;
        this.subjects = subjects;
        this.words = words;
    }

    static String href(FrozenKey key) {
        return UriComponentsBuilder.fromPath("/statistics/frozen/{template}/{number}")
                .build(key.template(), key.number())
                .toString();
    }

    /** @param query what the form below proposes to freeze */
    @GetMapping("/statistics/frozen")
    String list(FreezeQuery query, Model model) {
        FreezeQuery chosen = FreezeQuery.of(subjects.of(query));
        model.addAttribute("tables", frozen.list());
        model.addAttribute("forms", templates.inForce());
        model.addAttribute("chosen", chosen);
        model.addAttribute("template", subjects.template(query).template());
        return "frozen-list";
    }

    /** @param verify whether to compute it again and compare */
    @GetMapping("/statistics/frozen/{template}/{number}")
    String show(
            @PathVariable String template,
            @PathVariable int number,
            @RequestParam(defaultValue = "false") boolean verify,
            Model model,
            Locale locale) {
        FrozenTable table = find(template, number);
        model.addAttribute("table", table);
        model.addAttribute("unit", unit(table));
        model.addAttribute("grid", FrozenGrid.of(frozen.cells(table.key())));
        model.addAttribute("checks", words.rows(table.checks(), locale));
        model.addAttribute("others", others(table));
        if (verify) {
            String again = freezer.again(table);
            model.addAttribute("again", again);
            model.addAttribute("same", again.equals(table.sha256()));
        }
        return "frozen-table";
    }

    /** The bytes that were signed. */
    @GetMapping("/statistics/frozen/{template}/{number}/table.xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable String template, @PathVariable int number) {
        FrozenTable table = find(template, number);
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(table.title() + "-" + table.key().label() + ".xlsx", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(XLSX)
                .body(frozen.workbook(table.key()).orElseThrow(NotFoundException::new));
    }

    /**
     * @param from number of the earlier table; absent: the one before
     * @param row of the counted cell whose trips are shown, with its column; absent for none
     */
    @GetMapping("/statistics/frozen/{template}/{number}/differences")
    String differences(
            @PathVariable String template,
            @PathVariable int number,
            @RequestParam(required = false) Integer from,
            @RequestParam(required = false) String row,
            @RequestParam(required = false) Integer column,
            Model model) {
        FrozenTable later = find(template, number);
        FrozenTable earlier = (from == null ? before(later) : frozen.find(new FrozenKey(template, from)))
                .filter(table -> table.query().unit().equals(later.query().unit()))
                .orElseThrow(NotFoundException::new);
        List<CellDifference> cells = comparisons.cells(earlier, later);
        model.addAttribute("earlier", earlier);
        model.addAttribute("later", later);
        model.addAttribute("unit", unit(later));
        model.addAttribute("cells", cells);
        model.addAttribute("text", new FrozenGrid(List.of(), List.of()));
        if (row != null && column != null) {
            CellDifference open = cells.stream()
                    .filter(cell -> cell.either().cell().row().equals(row)
                            && cell.either().cell().column() == column)
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            model.addAttribute("open", open);
            model.addAttribute("trips", comparisons.trips(earlier, later, row, column));
        }
        return "frozen-differences";
    }

    private FrozenTable find(String template, int number) {
        return frozen.find(new FrozenKey(template, number)).orElseThrow(NotFoundException::new);
    }

    private Optional<FrozenTable> before(FrozenTable table) {
        return others(table).stream()
                .filter(other -> other.key().number() < table.key().number())
                .max(Comparator.comparing(other -> other.key().number()));
    }

    /** Of the same form and unit, in the order of their numbers. */
    private List<FrozenTable> others(FrozenTable table) {
        return frozen.list().stream()
                .filter(other -> other.key().template().equals(table.key().template())
                        && other.query().unit().equals(table.query().unit())
                        && other.key().number() != table.key().number())
                .sorted(Comparator.comparing(other -> other.key().number()))
                .toList();
    }

    private String unit(FrozenTable table) {
        return templates
                .version(table.query().template(), table.query().version())
                .map(TemplateVersion::template)
                .flatMap(form -> form.unit(table.query().unit()))
                .map(unit -> unit.name())
                .orElse(table.query().unit());
    }
}
