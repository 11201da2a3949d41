package io.chunfeng.web;

import io.chunfeng.account.AuditLog;
import io.chunfeng.account.Viewer;
import io.chunfeng.demand.Actor;
import io.chunfeng.demand.Party;
import io.chunfeng.intake.Import;
import io.chunfeng.intake.ImportJobs;
import io.chunfeng.intake.ImportRepository;
import io.chunfeng.intake.ImportRow;
import io.chunfeng.place.PlaceRepository;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a file would change, before anything is stored; then all of it, or nothing. */
@Controller
class GroupIntakePreview {
    private static final int PAGE_SIZE = 50;
    private static final int MOST_WITHDRAWALS = 500;

    private final ImportRepository imports;
    private final ImportJobs jobs;
    private final PlaceRepository places;
    private final GroupIntakeWords words;
    private final AuditLog audit;
    private final Clock clock;

    GroupIntakePreview(
            ImportRepository imports,
            ImportJobs jobs,
            PlaceRepository places,
            GroupIntakeWords words,
            AuditLog audit,
            Clock clock) {
        this.imports = imports;
        this.jobs = jobs;
        this.places = places;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/intake/{id:\\d+}")
    String show(
            @PathVariable long id,
            @RequestParam(required = false) ImportRow.State state,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            Model model,
            Locale locale) {
        // the outcome first: what is applied between the two would else be shown as still to be applied
        ImportJobs.Outcome outcome = jobs.outcome(id);
        Import upload = find(viewer, id);
        model.addAttribute("upload", upload);
        model.addAttribute("outcome", outcome);
        model.addAttribute("words", words);
        if (upload.state() == Import.State.REFUSED) {
            model.addAttribute("refusal", words.refusal(upload.refusal(), upload.detail(), locale));
        }
        if (upload.state() == Import.State.READ || upload.state() == Import.State.DONE) {
            table(upload, state == null ? firstOf(upload) : state, page, model, locale);
        }
        return "intake-preview";
    }

    private void table(Import upload, ImportRow.State state, int page, Model model, Locale locale) {
        Names names = new Names(places.all());
        int pages = Math.max(1, (upload.count(state) + PAGE_SIZE - 1) / PAGE_SIZE);
        int shown = Math.min(Math.max(1, page), pages);
        model.addAttribute("state", state);
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("states", List.of(ImportRow.State.values()));
        model.addAttribute("rows", rows(upload, state, PAGE_SIZE, (shown - 1) * PAGE_SIZE, names, locale));
        model.addAttribute("withdrawals", rows(upload, ImportRow.State.WITHDRAWN, MOST_WITHDRAWALS, 0, names, locale));
        model.addAttribute(
                "notes",
                upload.notes().stream().map(note -> words.note(note, locale)).toList());
    }

    private List<GroupIntakeRow> rows(
            Import upload, ImportRow.State state, int limit, int offset, Names names, Locale locale) {
        return imports.rows(upload.id(), EnumSet.of(state), limit, offset).stream()
                .map(row -> GroupIntakeRow.of(row, names, words, locale))
                .toList();
    }

    /** What needs a hand first. */
    private static ImportRow.State firstOf(Import upload) {
        for (ImportRow.State state : List.of(
                ImportRow.State.PROBLEM, ImportRow.State.CHANGED, ImportRow.State.REQUEST, ImportRow.State.NEW)) {
            if (upload.count(state) > 0) {
                return state;
            }
        }
        return ImportRow.State.UNCHANGED;
    }

    /** Polled while a file is read or applied; the page is loaded anew when that is over. */
    @GetMapping("/intake/{id:\\d+}/progress")
    String progress(@PathVariable long id, Viewer viewer, Model model, HttpServletResponse response) {
        Import upload = find(viewer, id);
        boolean reading = upload.state() == Import.State.READING;
        if (reading) {
            jobs.nudge(id);
        } else if (!running(id)) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("upload", upload);
        return "fragments/intake :: progress";
    }

    @PostMapping("/intake/{id:\\d+}/apply")
    String apply(
            @PathVariable long id,
            @RequestParam(defaultValue = "") Set<Integer> withdraw,
            Viewer viewer,
            HttpServletRequest request,
            Locale locale) {
        Import upload = find(viewer, id);
        // the file is the county's, whoever uploads it
        Actor actor = new Actor(viewer.login(), Party.COUNTY, viewer.scope());
        jobs.apply(id, withdraw, words.text("intake.reason", Locale.SIMPLIFIED_CHINESE, upload.fileName()), actor);
        audit.add(new AuditLog.Entry(
                clock.instant(),
                viewer.login(),
                "intake.applied",
                "#" + id,
                upload.changes() + " + " + withdraw.size(),
                request.getRemoteAddr()));
        return "redirect:/intake/" + id;
    }

    @PostMapping("/intake/{id:\\d+}/compare")
    String compare(@PathVariable long id, Viewer viewer) {
        jobs.compareAgain(find(viewer, id).id());
        return "redirect:/intake/" + id;
    }

    private boolean running(long id) {
        ImportJobs.Outcome outcome = jobs.outcome(id);
        return outcome != null && outcome.kind() == ImportJobs.Outcome.Kind.RUNNING;
    }

    private Import find(Viewer viewer, long id) {
        return imports.find(viewer.scope(), id).orElseThrow(NotFoundException::new);
    }
}
