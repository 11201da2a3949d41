package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.capacity.FleetRegister;
import io.chunfeng.capacity.StaleFleetException;
import io.chunfeng.intake.FleetPreview;
import io.chunfeng.intake.TableException;
import io.chunfeng.intake.TextWorkbook;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
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

/** Coaches and drivers by file: what it would change, then its valid rows. */
@Controller
class FleetImportPage {
    private final CapacityUploads uploads;
    private final FleetRegister register;
    private final CapacityRepository capacity;
    private final Audit audit;
    private final MessageSource messages;

    FleetImportPage(
            CapacityUploads uploads,
            FleetRegister register,
            CapacityRepository capacity,
            Audit audit,
            MessageSource messages) {
        this.uploads = uploads;
        this.register = register;
        this.capacity = capacity;
        this.audit = audit;
        this.messages = messages;
    }

    @GetMapping("/capacity/fleet/template.xlsx")
    ResponseEntity<byte[]> template() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TextWorkbook.write(FleetPreview.template(), out);
        return OrderFiles.workbook("车辆与驾驶员模板.xlsx", out.toByteArray());
    }

    @GetMapping("/capacity/fleet/import")
    String choose() {
        return "fleet-import";
    }

    @PostMapping(path = "/capacity/fleet/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String upload(
            @RequestParam MultipartFile file, Viewer viewer, Model model, HttpServletResponse response, Locale locale)
            throws IOException {
        if (file.isEmpty()) {
            return refused(messages.getMessage("fleet.import.missing", null, locale), model, response);
        }
        CapacityUploads.Upload upload =
                uploads.keep(viewer.login(), String.valueOf(file.getOriginalFilename()), file.getInputStream());
        try {
            preview(upload);
            return "redirect:/capacity/fleet/import/" + upload.key();
        } catch (TableException e) {
            String why = messages.getMessage(
                    "intake.refused." + e.reason(), new Object[] {e.detail()}, e.getMessage(), locale);
            return refused(why, model, response);
        }
    }

    @GetMapping("/capacity/fleet/import/{key}")
    String show(@PathVariable String key, Viewer viewer, Model model, HttpServletResponse response, Locale locale) {
        Optional<CapacityUploads.Upload> upload = uploads.find(key, viewer.login());
        return upload.isEmpty()
                ? refused(messages.getMessage("fleet.import.gone", null, locale), model, response)
                : page(upload.get(), model);
    }

    /** @param seen seal of the preview that was shown */
    @PostMapping("/capacity/fleet/import/{key}/take")
    String take(
            @PathVariable String key,
            @RequestParam String seen,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale) {
        Optional<CapacityUploads.Upload> upload = uploads.find(key, viewer.login());
        if (upload.isEmpty()) {
            return refused(messages.getMessage("fleet.import.gone", null, locale), model, response);
        }
        FleetPreview preview = preview(upload.get());
        try {
            if (!seal(preview).equals(seen)) {
                throw new StaleFleetException(key);
            }
            register.save(preview.coaches(), preview.drivers());
        } catch (StaleFleetException e) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("stale", true);
            return page(upload.get(), model);
        }
        int taken = preview.coaches().size() + preview.drivers().size();
        audit.add(viewer, "fleet.imported", null, String.valueOf(taken));
        next.addFlashAttribute("taken", taken);
        return "redirect:/capacity/fleet/import/" + key;
    }

    private String page(CapacityUploads.Upload upload, Model model) {
        FleetPreview preview = preview(upload);
        model.addAttribute("upload", upload);
        model.addAttribute("preview", preview);
        model.addAttribute("seal", seal(preview));
        return "fleet-import";
    }

    private FleetPreview preview(CapacityUploads.Upload upload) {
        return FleetPreview.of(upload.file(), register, capacity.coachPools());
    }

    /** What was seen is what is taken, with the versions it was compared with. */
    private static String seal(FleetPreview preview) {
        return Integer.toHexString(preview.rows().toString().hashCode());
    }

    private static String refused(String why, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("refusal", why);
        return "fleet-import";
    }
}
