package io.chunfeng.web;

import io.chunfeng.plan.PlanComparison;
import io.chunfeng.run.PlanningRun;
import io.chunfeng.run.PlanningRuns;
import io.chunfeng.run.Scenario;
import io.chunfeng.run.ScenarioRepository;
import io.chunfeng.run.WhatIf;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 方案对比: two to four plans side by side. The address names what is compared, so that it can be kept and sent. */
@Controller
class ComparePage {
    static final int MOST = 4;
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final PlanningRuns runs;
    private final PlanShelf shelf;
    private final ScenarioRepository scenarios;
    private final ScenarioWords changes;
    private final MessageSource messages;

    ComparePage(
            PlanningRuns runs,
            PlanShelf shelf,
            ScenarioRepository scenarios,
            ScenarioWords changes,
            MessageSource messages) {
        this.runs = runs;
        this.shelf = shelf;
        this.scenarios = scenarios;
        this.changes = changes;
        this.messages = messages;
    }

    /** What cannot be compared, in the words of a message. */
    private static final class NotComparable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotComparable(String key) {
            super(key);
        }
    }

    /** @param plans stored plans beside those of the runs, for example drafts that were saved */
    @GetMapping("/planning/compare")
    String show(
            @RequestParam(name = "runs", defaultValue = "") List<Long> chosen,
            @RequestParam(defaultValue = "") List<Long> plans,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        model.addAttribute("query", query(chosen, plans));
        try {
            Compared compared = compared(chosen, plans, locale);
            model.addAttribute("compared", compared);
            model.addAttribute("supposed", supposed(compared, locale));
        } catch (NotComparable e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("refusal", e.getMessage());
        }
        return "compare";
    }

    @GetMapping("/planning/compare.csv")
    ResponseEntity<byte[]> csv(
            @RequestParam(name = "runs", defaultValue = "") List<Long> chosen,
            @RequestParam(defaultValue = "") List<Long> plans,
            Locale locale) {
        Compared compared;
        try {
            compared = compared(chosen, plans, locale);
        } catch (NotComparable e) {
            return ResponseEntity.badRequest()
                    .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                    .body(word(e.getMessage(), locale).getBytes(StandardCharsets.UTF_8));
        }
        Csv csv = new Csv();
        csv.row(line(word("compare.figure", locale), compared.columns().stream().map(column -> title(column, locale))));
        compared.figures()
                .forEach(row -> csv.row(line(
                        word("compare.figure." + row.figure(), locale),
                        row.values().stream().map(value -> value.replace(",", "")))));
        csv.row(List.of(""));
        csv.row(line(
                word("changes.county", locale), compared.columns().stream().flatMap(column -> heads(column, locale))));
        compared.counties(true).forEach(row -> csv.row(line(row.name(), cells(row.cells()))));
        csv.row(List.of(""));
        csv.row(line(
                word("changes.group", locale), compared.columns().stream().flatMap(column -> heads(column, locale))));
        compared.groups().forEach(row -> csv.row(line(row.id(), cells(row.cells()))));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("comparison-"
                                        + compared.columns().stream()
                                                .map(column -> String.valueOf(column.planId()))
                                                .collect(Collectors.joining("-"))
                                        + ".csv")
                                .build()
                                .toString())
                .contentType(CSV)
                .body(csv.bytes());
    }

    private Compared compared(List<Long> chosen, List<Long> plans, Locale locale) {
        List<Compared.Column> columns = new ArrayList<>();
        Set<Long> known = new LinkedHashSet<>();
        for (long id : chosen) {
            PlanningRun run = runs.find(id).orElseThrow(NotFoundException::new);
            if (run.planId() == null) {
                throw new NotComparable("compare.refused.noPlan");
            }
            if (known.add(run.planId())) {
                columns.add(new Compared.Column(run.planId(), run));
            }
        }
        for (long id : plans) {
            if (known.add(id)) {
                columns.add(new Compared.Column(id, runs.ofPlan(id).orElse(null)));
            }
        }
        if (columns.size() < 2 || columns.size() > MOST) {
            throw new NotComparable(columns.size() < 2 ? "compare.refused.few" : "compare.refused.many");
        }
        return Compared.of(
                columns,
                columns.stream().map(column -> shelf.get(column.planId())).toList(),
                new Format(locale));
    }

    /** What a plan of a what-if supposes. @param name of the what-if */
    record Supposed(long planId, long scenario, String name, List<String> changes) {}

    private List<Supposed> supposed(Compared compared, Locale locale) {
        return compared.columns().stream()
                .filter(column -> column.run() != null && column.run().request().whatIf() != null)
                .map(column -> {
                    WhatIf whatIf = column.run().request().whatIf();
                    return new Supposed(
                            column.planId(),
                            whatIf.scenario(),
                            scenarios
                                    .find(whatIf.scenario())
                                    .map(Scenario::name)
                                    .orElse(""),
                            changes.of(
                                    whatIf.changes(), shelf.get(column.planId()).names(), locale));
                })
                .toList();
    }

    private String title(Compared.Column column, Locale locale) {
        String plan = word("plan.name", locale, String.valueOf(column.planId()));
        return column.run() == null
                ? plan
                : word("run.title", locale, String.valueOf(column.run().id())) + " · " + plan;
    }

    private Stream<String> heads(Compared.Column column, Locale locale) {
        return Stream.of("compare.served", "compare.left", "compare.otherwise")
                .map(key -> title(column, locale) + " " + word(key, locale));
    }

    private static Stream<Object> cells(List<PlanComparison.Cell> cells) {
        return cells.stream()
                .flatMap(cell -> cell.covered()
                        ? Stream.<Object>of(cell.served(), cell.left(), cell.otherwise())
                        : Stream.<Object>of("", "", ""));
    }

    private static List<Object> line(String first, Stream<?> others) {
        return Stream.concat(Stream.of(first), others).map(Object.class::cast).toList();
    }

    private static String query(List<Long> runs, List<Long> plans) {
        return Stream.concat(
                        runs.stream().map(id -> "runs=" + id), plans.stream().map(id -> "plans=" + id))
                .collect(Collectors.joining("&"));
    }

    private String word(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
