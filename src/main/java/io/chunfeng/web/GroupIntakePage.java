package io.chunfeng.web;

import io.chunfeng.account.AuditLog;
import io.chunfeng.account.Role;
import io.chunfeng.account.Viewer;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.intake.GroupImports;
import io.chunfeng.intake.ImportJobs;
import io.chunfeng.intake.ImportRepository;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where counties hand in groups: files that were uploaded, and a form for one more. */
@Controller
class GroupIntakePage {
    private static final int SHOWN = 30;
    private static final int LONGEST_NAME = 120;

    private final ImportRepository imports;
    private final ImportJobs jobs;
    private final GroupImports groups;
    private final DemandRepository demand;
    private final AuditLog audit;
    private final Clock clock;

    GroupIntakePage(
            ImportRepository imports,
            ImportJobs jobs,
            GroupImports groups,
            DemandRepository demand,
            AuditLog audit,
            Clock clock) {
        this.imports = imports;
        this.jobs = jobs;
        this.groups = groups;
        this.demand = demand;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/intake")
    String show(Viewer viewer, Model model) {
        model.addAttribute("imports", imports.recent(viewer.scope(), SHOWN));
        model.addAttribute("limits", groups.limits());
        model.addAttribute("campaign", demand.campaign().orElse(null));
        return "intake";
    }

    @PostMapping(path = "/intake", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String upload(
            @RequestParam(required = false) MultipartFile file,
            Viewer viewer,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (demand.campaign().isEmpty() || file == null || file.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("refusal", demand.campaign().isEmpty() ? "intake.noCampaign" : "intake.noFile");
            return show(viewer, model);
        }
        Path copy = Files.createTempFile("chunfeng-upload-", ".table");
        try {
            file.transferTo(copy);
            String name = plainName(file.getOriginalFilename());
            long id = jobs.upload(name, copy, viewer.login(), countiesOf(viewer));
            audit.add(new AuditLog.Entry(
                    clock.instant(),
                    viewer.login(),
                    "intake.uploaded",
                    "#" + id,
                    file.getSize() + " B",
                    request.getRemoteAddr()));
            return "redirect:/intake/" + id;
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** That somebody may register groups for; null: all. */
    static Set<String> countiesOf(Viewer viewer) {
        return viewer.role() == Role.COUNTY ? viewer.counties() : null;
    }

    /** Only to be shown and for downloads: never a path of anything. */
    static String plainName(String given) {
        String name = given == null
                ? ""
                : given.replaceAll("^.*[/\\\\]", "")
                        .replaceAll("[\\p{Cntrl}\\p{Cf}<>:\"|?*]", "")
                        .strip();
        if (name.isEmpty() || name.matches("\\.+")) {
            return "file";
        }
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }
}
