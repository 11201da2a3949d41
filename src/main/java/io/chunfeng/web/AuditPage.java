package io.chunfeng.web;

import io.chunfeng.account.Account;
import io.chunfeng.account.AuditLog;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 审计日志: who did what, newest first. */
@Controller
class AuditPage {
    private static final int PAGE_SIZE = 50;
    private static final int MOST_OF_FILE = 100_000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> COLUMNS = List.of("at", "actor", "action", "subject", "detail", "address");

    private final AuditLog audit;
    private final MessageSource messages;

    AuditPage(AuditLog audit, MessageSource messages) {
        this.audit = audit;
        this.messages = messages;
    }

    @GetMapping("/audit")
    String show(
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        int number = Math.min(Math.max(page, 1), Integer.MAX_VALUE / PAGE_SIZE - 1);
        List<AuditLog.Entry> found =
                audit.entries(chosen(actor), chosen(action), PAGE_SIZE + 1, (number - 1) * PAGE_SIZE);
        model.addAttribute("entries", found.subList(0, Math.min(PAGE_SIZE, found.size())));
        model.addAttribute("more", found.size() > PAGE_SIZE);
        model.addAttribute("page", number);
        model.addAttribute("actor", actor);
        model.addAttribute("action", action);
        model.addAttribute("actions", audit.actions());
        return "audit";
    }

    @GetMapping("/audit.csv")
    ResponseEntity<byte[]> export(
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String action,
            Locale locale) {
        Csv csv = new Csv();
        csv.row(COLUMNS.stream()
                .map(column -> (Object) messages.getMessage("audit.column." + column, null, locale))
                .toList());
        audit.entries(chosen(actor), chosen(action), MOST_OF_FILE, 0)
                .forEach(entry -> csv.row(List.of(
                        entry.at().atZone(ZONE).toOffsetDateTime().toString(),
                        entry.actor(),
                        entry.action(),
                        text(entry.subject()),
                        text(entry.detail()),
                        text(entry.address()))));
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(messages.getMessage("nav.audit", null, locale) + ".csv", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(csv.bytes());
    }

    /** Null for all; a zero byte would be refused by the database and is in no entry. */
    private static String chosen(String typed) {
        String normal = Account.normal(typed).replace("\0", "?");
        return normal.isEmpty() ? null : normal;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
