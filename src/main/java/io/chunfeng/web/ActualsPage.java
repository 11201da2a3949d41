package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.day.Actuals;
import io.chunfeng.day.ActualsPreview;
import io.chunfeng.day.BoardTrip;
import io.chunfeng.day.DayBoard;
import io.chunfeng.day.ReportRefusedException;
import io.chunfeng.day.StaleTripException;
import io.chunfeng.day.TripEntry;
import io.chunfeng.intake.ActualsFile;
import io.chunfeng.intake.TableException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 导入实际情况: what ran on one day by file. Each look compares anew; all of it is recorded or nothing. */
@Controller
class ActualsPage {
    private final CapacityUploads uploads;
    private final DayBoard board;
    private final ActualsTemplate template;
    private final Audit audit;
    private final MessageSource messages;
    private final Clock clock;

    ActualsPage(
            CapacityUploads uploads,
            DayBoard board,
            ActualsTemplate template,
            Audit audit,
            MessageSource messages,
            Clock clock) {
        this.uploads = uploads;
        this.board = board;
        this.template = template;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/day/actuals")
    String choose(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            Model model) {
        model.addAttribute("day", date == null ? Format.dateOf(clock.instant()) : date);
        return "actuals";
    }

    @GetMapping("/day/actuals/template.xlsx")
    ResponseEntity<byte[]> template(@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date)
            throws IOException {
        return OrderFiles.workbook("实际运行-" + date + ".xlsx", template.write(leaving(date), date));
    }

    @PostMapping(path = "/day/actuals", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String upload(
            @RequestParam MultipartFile file,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        if (file.isEmpty()) {
            return refused(messages.getMessage("recording.import.missing", null, locale), date, model, response);
        }
        CapacityUploads.Upload upload =
                uploads.keep(viewer.login(), String.valueOf(file.getOriginalFilename()), file.getInputStream());
        try {
            preview(upload, date);
            return "redirect:/day/actuals/" + upload.key() + "?date=" + date;
        } catch (TableException e) {
            String why = messages.getMessage(
                    "intake.refused." + e.reason(), new Object[] {e.detail()}, e.getMessage(), locale);
            return refused(why, date, model, response);
        }
    }

    @GetMapping("/day/actuals/{key}")
    String show(
            @PathVariable String key,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        Optional<CapacityUploads.Upload> upload = uploads.find(key, viewer.login());
        return upload.isEmpty()
                ? refused(messages.getMessage("recording.import.gone", null, locale), date, model, response)
                : page(upload.get(), date, model);
    }

    /** @param seen seal of the preview that was shown */
    @PostMapping("/day/actuals/{key}/take")
    String take(
            @PathVariable String key,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @RequestParam String seen,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale) {
        Optional<CapacityUploads.Upload> upload = uploads.find(key, viewer.login());
        if (upload.isEmpty()) {
            return refused(messages.getMessage("recording.import.gone", null, locale), date, model, response);
        }
        List<TripEntry> entries = preview(upload.get(), date).entries();
        try {
            if (!seal(entries).equals(seen)) {
                return stale("recording.import.stale", "", upload.get(), date, model, response);
            }
            board.recordAll(entries, viewer.login());
        } catch (StaleTripException e) {
            return stale("recording.import.stale", "", upload.get(), date, model, response);
        } catch (ReportRefusedException e) {
            return stale("day.refused." + e.reason(), e.group(), upload.get(), date, model, response);
        } catch (IllegalStateException e) {
            return stale("day.refused.TWICE", e.getMessage(), upload.get(), date, model, response);
        }
        if (!entries.isEmpty()) {
            audit.add(viewer, "day.imported", date.toString(), String.valueOf(entries.size()));
        }
        next.addFlashAttribute("taken", entries.size());
        return "redirect:/day/actuals/" + key + "?date=" + date;
    }

    private String stale(
            String key,
            String detail,
            CapacityUploads.Upload upload,
            LocalDate date,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        model.addAttribute("stale", key);
        model.addAttribute("detail", detail);
        return page(upload, date, model);
    }

    private String page(CapacityUploads.Upload upload, LocalDate date, Model model) {
        ActualsPreview preview = preview(upload, date);
        model.addAttribute("day", date);
        model.addAttribute("upload", upload);
        model.addAttribute("preview", preview);
        model.addAttribute("seal", seal(preview.entries()));
        return "actuals";
    }

    private ActualsPreview preview(CapacityUploads.Upload upload, LocalDate date) {
        return Actuals.compare(
                ActualsFile.read(upload.file(), date), date, leaving(date), board::around, clock.instant());
    }

    private List<BoardTrip> leaving(LocalDate date) {
        return Actuals.leaving(board.trips(date), date);
    }

    /** What was seen is what is recorded, with the events it was compared with. */
    private static String seal(List<TripEntry> entries) {
        return Integer.toHexString(entries.toString().hashCode());
    }

    private static String refused(String why, LocalDate date, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("day", date);
        model.addAttribute("refusal", why);
        return "actuals";
    }
}
