package io.chunfeng.web;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanChanges;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.run.PlanningRun;
import io.chunfeng.run.PlanningRuns;
import io.chunfeng.run.RunRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 重新规划: plans a published plan anew with the groups, capacity and closures of today, and lists what changes. */
@Controller
class ReplanPage {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(PlanningProblem.ZONE);
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final PlanShelf shelf;
    private final PlanningRuns runs;
    private final PlanOrigins origins;
    private final MessageSource messages;

    ReplanPage(PlanShelf shelf, PlanningRuns runs, PlanOrigins origins, MessageSource messages) {
        this.shelf = shelf;
        this.runs = runs;
        this.origins = origins;
        this.messages = messages;
    }

    /** @param asOf local time in Asia/Shanghai, as {@code 2024-02-17T06:00}: what has begun by then stays as it is */
    @PostMapping("/plans/{id}/replan")
    Object start(@PathVariable long id, @RequestParam String asOf, @RequestParam int seconds) {
        shelf.get(id);
        RunRequest made = origins.run(id).orElseThrow(NotFoundException::new).request();
        try {
            Instant moment =
                    LocalDateTime.parse(asOf).atZone(PlanningProblem.ZONE).toInstant();
            return "redirect:/planning/"
                    + runs.start(new RunRequest(made.from(), made.to(), moment, made.config(), seconds, made.seed(), id)
                            .withScope(made.scope()));
        } catch (DateTimeException | IllegalArgumentException e) {
            return ResponseEntity.badRequest()
                    .contentType(TEXT)
                    .body(e.getMessage().getBytes(StandardCharsets.UTF_8));
        }
    }

    @GetMapping("/plans/{id}/changes.csv")
    ResponseEntity<byte[]> csv(@PathVariable long id, Locale locale) {
        PlanView view = shelf.get(id);
        Changed changed = changed(shelf, runs, view);
        if (changed == null) {
            throw new NotFoundException();
        }
        Csv csv = new Csv();
        csv.row(List.of(
                word("changes.county", locale),
                word("changes.city", locale),
                word("changes.group", locale),
                word("changes.kind", locale),
                word("changes.persons", locale),
                word("changes.from", locale),
                word("changes.to", locale)));
        changed.rows()
                .forEach(row -> csv.row(List.of(
                        row.county(),
                        row.city(),
                        row.groupId(),
                        word("change." + row.kind(), locale),
                        row.persons(),
                        row.from(),
                        row.to())));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("changes-" + id + ".csv")
                                .build()
                                .toString())
                .contentType(CSV)
                .body(csv.bytes());
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    /** @param from how they were to travel; empty where they were not */
    record Row(
            String county, String city, String groupId, PlanChanges.Kind kind, int persons, String from, String to) {}

    record CountyRow(String county, String city, PlanChanges.Totals totals) {}

    /** What a plan changes for those who were told the plan {@code of}. */
    record Changed(long of, PlanChanges changes, List<CountyRow> counties, List<Row> rows) {}

    /** Null for a plan that was not made to replace another. */
    static Changed changed(PlanShelf shelf, PlanningRuns runs, PlanView view) {
        Long of = runs.ofPlan(view.id())
                .map(PlanningRun::request)
                .map(RunRequest::replanOf)
                .orElse(null);
        if (of == null) {
            return null;
        }
        PlanView published = shelf.get(of);
        PlanChanges changes = PlanChanges.between(published.problem(), published.plan(), view.problem(), view.plan());
        Regions regions = new Regions(view.names());
        return new Changed(
                of,
                changes,
                changes.totalsByCounty().entrySet().stream()
                        .map(county -> new CountyRow(county.getKey(), regions.city(county.getKey()), county.getValue()))
                        .toList(),
                changes.people().stream()
                        .map(people -> row(people, regions, published.names(), view.names()))
                        .toList());
    }

    /** @param before of the places of the plan that was told before */
    static Row row(PlanChanges.People people, Regions regions, Names before, Names now) {
        return new Row(
                people.county(),
                regions.city(people.county()),
                people.groupId(),
                people.kind(),
                people.persons(),
                way(people.from(), before),
                way(people.to(), now));
    }

    private static String way(List<Plan.Leg> legs, Names names) {
        return legs.stream()
                .map(leg -> leg.vehicle() + " " + names.of(leg.board()) + " " + MOMENT.format(leg.boardAt()) + " → "
                        + names.of(leg.alight()) + " " + MOMENT.format(leg.alightAt()))
                .collect(Collectors.joining("；"));
    }
}
