package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.manifest.Asker;
import io.chunfeng.manifest.ManifestChanges;
import io.chunfeng.manifest.ManifestClosedException;
import io.chunfeng.manifest.ManifestKeysException;
import io.chunfeng.manifest.Manifests;
import io.chunfeng.manifest.NoSuchManifestException;
import io.chunfeng.manifest.Passenger;
import io.chunfeng.manifest.PassengerFault;
import io.chunfeng.manifest.PassengerReader;
import io.chunfeng.manifest.StaleManifestException;
import io.chunfeng.manifest.TwiceInManifestException;
import io.chunfeng.manifest.TypedPassenger;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 花名册 of one group: shown masked, changed row by row. Nothing personal is ever in an address. */
@Controller
class ManifestPage {
    private final ManifestSheets sheets;
    private final Manifests manifests;
    private final ManifestChanges changes;
    private final Clock clock;

    ManifestPage(ManifestSheets sheets, Manifests manifests, ManifestChanges changes, Clock clock) {
        this.sheets = sheets;
        this.manifests = manifests;
        this.changes = changes;
        this.clock = clock;
    }

    /** @param done what has just been done: added, corrected, removed, uploaded */
    @GetMapping("/manifests/{groupId}")
    String show(@PathVariable String groupId, @RequestParam(required = false) String done, Viewer viewer, Model model) {
        model.addAttribute("done", ManifestDone.of(done));
        return sheets.masked(viewer, groupId, model);
    }

    /** What was opened by pressing a button is not to be had by its address; the language switch leads here too. */
    @GetMapping({
        "/manifests/{groupId}/open",
        "/manifests/{groupId}/file",
        "/manifests/{groupId}/export",
        "/manifests/{groupId}/rows",
        "/manifests/{groupId}/rows/{row}",
        "/manifests/{groupId}/rows/{row}/open",
        "/manifests/{groupId}/rows/{row}/remove"
    })
    String back() {
        return "redirect:/manifests/{groupId}";
    }

    @PostMapping("/manifests/{groupId}/rows")
    String add(
            @PathVariable String groupId,
            @RequestParam int version,
            TypedPassenger typed,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return change(groupId, null, typed, ManifestDone.added, viewer, response, model, passenger -> {
            changes.add(asker(viewer, request), groupId, version, passenger);
        });
    }

    /** One row in full, in the form; recorded. */
    @PostMapping("/manifests/{groupId}/rows/{row}/open")
    String open(
            @PathVariable String groupId,
            @PathVariable UUID row,
            Viewer viewer,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("typed", TypedPassenger.of(manifests.opened(asker(viewer, request), groupId, row)));
        model.addAttribute("row", row);
        return sheets.masked(viewer, groupId, model);
    }

    @PostMapping("/manifests/{groupId}/rows/{row}")
    String correct(
            @PathVariable String groupId,
            @PathVariable UUID row,
            @RequestParam int version,
            TypedPassenger typed,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return change(groupId, row, typed, ManifestDone.corrected, viewer, response, model, passenger -> {
            changes.correct(asker(viewer, request), groupId, version, row, passenger);
        });
    }

    @PostMapping("/manifests/{groupId}/rows/{row}/remove")
    String remove(
            @PathVariable String groupId,
            @PathVariable UUID row,
            @RequestParam int version,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            changes.remove(asker(viewer, request), groupId, version, row);
            return "redirect:/manifests/{groupId}?done=" + ManifestDone.removed;
        } catch (StaleManifestException | ManifestClosedException e) {
            return ManifestRefusals.refused(e, response, model, () -> sheets.masked(viewer, groupId, model));
        }
    }

    @FunctionalInterface
    private interface Change {
        void with(Passenger passenger);
    }

    /** @param row null for a new one */
    private String change(
            String groupId,
            UUID row,
            TypedPassenger typed,
            ManifestDone done,
            Viewer viewer,
            HttpServletResponse response,
            Model model,
            Change change) {
        List<PassengerFault> faults = new ArrayList<>();
        PassengerReader reader =
                PassengerReaders.of(manifests.group(viewer, groupId).group(), clock);
        Passenger passenger = reader.read(typed, faults);
        FieldErrors errors = new FieldErrors();
        faults.forEach(fault -> errors.add(fault.field(), "manifest.fault." + fault.code()));
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
        model.addAttribute("row", row);
        try {
            if (passenger != null) {
                change.with(passenger);
                return "redirect:/manifests/{groupId}?done=" + done;
            }
        } catch (TwiceInManifestException e) {
            errors.add("number", "manifest.fault.number.here");
        } catch (StaleManifestException | ManifestClosedException e) {
            return ManifestRefusals.refused(e, response, model, () -> sheets.masked(viewer, groupId, model));
        } catch (ManifestKeysException e) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            model.addAttribute("refusal", "manifest.keys." + e.reason());
            return sheets.masked(viewer, groupId, model);
        } catch (NoSuchManifestException e) {
            if (!Manifests.mayWrite(viewer, manifests.group(viewer, groupId))) {
                throw e;
            }
            // the row has gone meanwhile; what was typed can be added
            model.addAttribute("row", null);
            return ManifestRefusals.refused(
                    new StaleManifestException(groupId), response, model, () -> sheets.masked(viewer, groupId, model));
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return sheets.masked(viewer, groupId, model);
    }

    private static Asker asker(Viewer viewer, HttpServletRequest request) {
        return new Asker(viewer, request.getRemoteAddr());
    }
}
