package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.demand.Registration;
import io.chunfeng.intake.TableException;
import io.chunfeng.manifest.Asker;
import io.chunfeng.manifest.Manifest;
import io.chunfeng.manifest.ManifestChanges;
import io.chunfeng.manifest.ManifestClosedException;
import io.chunfeng.manifest.ManifestFile;
import io.chunfeng.manifest.ManifestKeysException;
import io.chunfeng.manifest.ManifestWorkbook;
import io.chunfeng.manifest.Manifests;
import io.chunfeng.manifest.OpeningReason;
import io.chunfeng.manifest.PassengerReader;
import io.chunfeng.manifest.StaleManifestException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Manifests in full, on the page or as a file, each time for a reason; and files of counties that replace them. */
@Controller
class ManifestFiles {
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final ManifestSheets sheets;
    private final Manifests manifests;
    private final ManifestChanges changes;
    private final ManifestUploads uploads;
    private final MessageSource messages;
    private final Clock clock;

    ManifestFiles(
            ManifestSheets sheets,
            Manifests manifests,
            ManifestChanges changes,
            ManifestUploads uploads,
            MessageSource messages,
            Clock clock) {
        this.sheets = sheets;
        this.manifests = manifests;
        this.changes = changes;
        this.uploads = uploads;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/manifests/template.xlsx")
    ResponseEntity<byte[]> template(Locale locale) {
        return file(messages.getMessage("manifest.template.file", null, locale), ManifestWorkbook.template());
    }

    /** In full, by pressing a button; recorded with its reason. */
    @PostMapping("/manifests/{groupId}/open")
    String open(
            @PathVariable String groupId,
            @RequestParam OpeningReason reason,
            Viewer viewer,
            HttpServletRequest request,
            Model model) {
        return sheets.page(manifests.opened(asker(viewer, request), groupId, reason), model);
    }

    /** As .xlsx; recorded likewise. */
    @PostMapping("/manifests/{groupId}/export")
    ResponseEntity<byte[]> export(
            @PathVariable String groupId,
            @RequestParam OpeningReason reason,
            Viewer viewer,
            HttpServletRequest request,
            Locale locale) {
        Manifest manifest = manifests.exported(asker(viewer, request), groupId, reason);
        String name = messages.getMessage("manifest.file", new Object[] {groupId}, locale);
        return file(name, ManifestWorkbook.of(manifest));
    }

    /** In place of the present manifest, all or nothing. @param replace that this is meant, where there is one */
    @PostMapping(path = "/manifests/{groupId}/file", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String upload(
            @PathVariable String groupId,
            @RequestParam int version,
            @RequestParam(defaultValue = "false") boolean replace,
            @RequestParam MultipartFile file,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Registration group = manifests.group(viewer, groupId);
        try {
            ManifestFile.Read read = read(group, file, replace, model);
            if (read != null) {
                changes.replace(asker(viewer, request), groupId, version, read.passengers());
                return "redirect:/manifests/{groupId}?done=" + ManifestDone.uploaded;
            }
        } catch (TableException e) {
            model.addAttribute("fileRefusal", "manifest.file." + e.reason());
            model.addAttribute("fileDetail", e.detail());
        } catch (ManifestKeysException e) {
            model.addAttribute("refusal", "manifest.keys." + e.reason());
        } catch (StaleManifestException | ManifestClosedException e) {
            return ManifestRefusals.refused(e, response, model, () -> sheets.masked(viewer, groupId, model));
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return sheets.masked(viewer, groupId, model);
    }

    /** Null when it is not to be taken; why is in the model. */
    private ManifestFile.Read read(Registration group, MultipartFile file, boolean replace, Model model) {
        boolean present = manifests.counts(List.of(group.group().id())).values().stream()
                .anyMatch(counts -> counts.persons() > 0);
        if (file.isEmpty()) {
            model.addAttribute("fileRefusal", "manifest.upload.none");
        } else if (present && !replace) {
            model.addAttribute("fileRefusal", "manifest.upload.confirm");
        } else {
            PassengerReader reader = PassengerReaders.of(group.group(), clock);
            ManifestFile.Read read = uploads.read(file, path -> ManifestFile.read(path, reader));
            model.addAttribute("read", read);
            if (read.faults().isEmpty() && read.passengers().isEmpty()) {
                model.addAttribute("fileRefusal", "manifest.upload.nobody");
            } else if (read.faults().isEmpty()) {
                return read;
            }
        }
        return null;
    }

    private static ResponseEntity<byte[]> file(String name, byte[] bytes) {
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(name + ".xlsx", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(XLSX)
                .body(bytes);
    }

    private static Asker asker(Viewer viewer, HttpServletRequest request) {
        return new Asker(viewer, request.getRemoteAddr());
    }
}
