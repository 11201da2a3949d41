package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.freeze.Draft;
import io.chunfeng.freeze.FreezeCheck;
import io.chunfeng.freeze.FreezeRefusedException;
import io.chunfeng.freeze.Freezer;
import io.chunfeng.freeze.FrozenKey;
import io.chunfeng.freeze.FrozenTable;
import io.chunfeng.freeze.FrozenTables;
import io.chunfeng.freeze.Signature;
import io.chunfeng.freeze.Subject;
import io.chunfeng.intake.TableException;
import io.chunfeng.statistics.StatisticsTemplate;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 核对并冻结: what the checks find in a table, and freezing it. */
@Controller
class FreezePage {
    private final Freezer freezer;
    private final FrozenTables frozen;
    private final FreezeSubjects subjects;
    private final PlatformUpload uploads;
    private final FrozenWords words;
    private final MessageSource messages;
    private final Audit audit;
    private final Clock clock;

    FreezePage(
            Freezer freezer,
            FrozenTables frozen,
            FreezeSubjects subjects,
            PlatformUpload uploads,
            FrozenWords words,
            MessageSource messages,
            Audit audit,
            Clock clock) {
        this.freezer = freezer;
        this.frozen = frozen;
        this.subjects = subjects;
        this.uploads = uploads;
        this.words = words;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/statistics/frozen/check")
    String check(FreezeQuery query, Model model, Locale locale) {
        return page(subjects.of(query), model, locale);
    }

    private String page(Subject subject, Model model, Locale locale) {
        Draft draft = freezer.draft(subject);
        StatisticsTemplate template = draft.table().template();
        int newest = frozen.newest(subject.template());
        model.addAttribute("subject", subject);
        model.addAttribute("query", FreezeQuery.of(subject));
        model.addAttribute("title", template.title());
        model.addAttribute("unit", template.unit(subject.unit()).orElseThrow().name());
        model.addAttribute("grid", FrozenGrid.of(draft.content().cells()));
        model.addAttribute("checks", words.rows(draft.checks(), locale));
        model.addAttribute("blocked", draft.blocked());
        model.addAttribute("future", subject.asOf().isAfter(clock.instant()));
        model.addAttribute("newest", newest);
        model.addAttribute("next", new FrozenKey(subject.template(), newest + 1).label());
        model.addAttribute("recording", draft.query().recording());
        model.addAttribute("seen", draft.content().sha256());
        model.addAttribute("platform", frozen.platform(subject).orElse(null));
        return "frozen-check";
    }

    /** The figures of the platform, to be compared with. */
    @PostMapping(path = "/statistics/frozen/platform", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String platform(
            FreezeQuery query,
            @RequestParam MultipartFile file,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        Subject subject = subjects.of(query);
        try {
            frozen.add(subject, uploads.read(file, viewer.login()));
        } catch (TableException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute(
                    "fileRefused",
                    messages.getMessage(
                            "intake.refused." + e.reason(), new Object[] {e.detail()}, e.getMessage(), locale));
            return page(subject, model, locale);
        }
        audit.add(viewer, "table.compared", subject.template(), String.valueOf(file.getOriginalFilename()));
        return "redirect:" + FreezeQuery.of(subject).checkHref() + "#checks";
    }

    /** @param sent also one reason for each check that found something: reason-DUPLICATE, … */
    @PostMapping("/statistics/frozen")
    String freeze(
            FreezeQuery query,
            @RequestParam int newest,
            @RequestParam String seen,
            @RequestParam(defaultValue = "") String responsible,
            @RequestParam(defaultValue = "") String remark,
            @RequestParam Map<String, String> sent,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        Subject subject = subjects.of(query);
        Map<FreezeCheck, String> reasons = new EnumMap<>(FreezeCheck.class);
        for (FreezeCheck check : FreezeCheck.values()) {
            reasons.put(check, sent.getOrDefault("reason-" + check, ""));
        }
        try {
            FrozenTable table = freezer.freeze(
                    subject, new Signature(newest, seen, responsible, remark, reasons, viewer.login(), viewer.name()));
            audit.add(viewer, "table.frozen", table.key().label(), table.sha256());
            return "redirect:" + FrozenPage.href(table.key());
        } catch (FreezeRefusedException e) {
            boolean meanwhile = e.reason() == FreezeRefusedException.Reason.MEANWHILE
                    || e.reason() == FreezeRefusedException.Reason.CHANGED;
            response.setStatus(meanwhile ? HttpServletResponse.SC_CONFLICT : HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("refused", e.reason());
            model.addAttribute("detail", e.detail());
            model.addAttribute("typed", sent);
            return page(subject, model, locale);
        }
    }
}
