package io.chunfeng.web;

import io.chunfeng.account.AuditLog;
import io.chunfeng.account.Viewer;
import io.chunfeng.capacity.CapacityRegister;
import io.chunfeng.capacity.StaleOfferException;
import io.chunfeng.capacity.Surroundings;
import io.chunfeng.intake.OfferPreview;
import io.chunfeng.intake.TableException;
import io.chunfeng.place.PlaceRepository;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Capacity by file: what it would change, then its valid rows. Each look compares anew with what there is. */
@Controller
class CapacityImportPage {
    private final CapacityUploads uploads;
    private final CapacityRegister register;
    private final PlaceRepository places;
    private final AuditLog audit;
    private final MessageSource messages;
    private final Clock clock;

    CapacityImportPage(
            CapacityUploads uploads,
            CapacityRegister register,
            PlaceRepository places,
            AuditLog audit,
            MessageSource messages,
            Clock clock) {
        this.uploads = uploads;
        this.register = register;
        this.places = places;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/capacity/import")
    String choose() {
        return "capacity-import";
    }

    @PostMapping(path = "/capacity/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String upload(
            @RequestParam MultipartFile file, Viewer viewer, Model model, HttpServletResponse response, Locale locale)
            throws IOException {
        if (file.isEmpty()) {
            return refused("capacity.import.file.missing", model, response, locale);
        }
        CapacityUploads.Upload upload =
                uploads.keep(viewer.login(), String.valueOf(file.getOriginalFilename()), file.getInputStream());
        try {
            preview(upload);
            return "redirect:/capacity/import/" + upload.key();
        } catch (TableException e) {
            model.addAttribute("fileName", upload.name());
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("refusal", why(e, locale));
            return "capacity-import";
        }
    }

    @GetMapping("/capacity/import/{key}")
    String show(@PathVariable String key, Viewer viewer, Model model, HttpServletResponse response, Locale locale) {
        Optional<CapacityUploads.Upload> upload = uploads.find(key, viewer.login());
        if (upload.isEmpty()) {
            return refused("capacity.import.gone", model, response, locale);
        }
        return page(upload.get(), model);
    }

    @PostMapping("/capacity/import/{key}/take")
    String take(
            @PathVariable String key,
            @RequestParam String seen,
            Viewer viewer,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale) {
        Optional<CapacityUploads.Upload> upload = uploads.find(key, viewer.login());
        if (upload.isEmpty()) {
            return refused("capacity.import.gone", model, response, locale);
        }
        OfferPreview preview = preview(upload.get());
        try {
            if (!seal(preview).equals(seen)) {
                throw new StaleOfferException(key);
            }
            register.apply(preview.changes());
        } catch (StaleOfferException e) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("stale", true);
            return page(upload.get(), model);
        }
        int taken = preview.changes().size();
        audit.add(new AuditLog.Entry(
                clock.instant(),
                viewer.login(),
                "capacity.imported",
                null,
                String.valueOf(taken),
                request.getRemoteAddr()));
        next.addFlashAttribute("taken", taken);
        return "redirect:/capacity/import/" + key;
    }

    private String page(CapacityUploads.Upload upload, Model model) {
        OfferPreview preview = preview(upload);
        model.addAttribute("upload", upload);
        model.addAttribute("preview", preview);
        model.addAttribute("states", OfferPreview.State.values());
        model.addAttribute("seal", seal(preview));
        model.addAttribute("changes", preview.changes().size());
        return "capacity-import";
    }

    private OfferPreview preview(CapacityUploads.Upload upload) {
        return OfferPreview.of(upload.file(), register, new Surroundings(places.all()));
    }

    /** What was seen is what is taken: the versions it was compared with. */
    private static String seal(OfferPreview preview) {
        List<String> compared = preview.rows().stream()
                .map(row -> row.id() + " " + row.state() + " " + row.fromVersion())
                .toList();
        return Integer.toHexString(compared.hashCode());
    }

    private String refused(String key, Model model, HttpServletResponse response, Locale locale) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("refusal", messages.getMessage(key, null, locale));
        return "capacity-import";
    }

    private String why(TableException e, Locale locale) {
        return messages.getMessage("intake.refused." + e.reason(), new Object[] {e.detail()}, e.getMessage(), locale);
    }
}
