package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.statistics.FormLayout;
import io.chunfeng.statistics.Measure;
import io.chunfeng.statistics.ReportingMoment;
import io.chunfeng.statistics.StaleTemplateException;
import io.chunfeng.statistics.TemplateCheck;
import io.chunfeng.statistics.TemplateFault;
import io.chunfeng.statistics.TemplateForm;
import io.chunfeng.statistics.TemplateVersion;
import io.chunfeng.statistics.Templates;
import io.chunfeng.web.security.Access;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 表式管理: the templates and their versions; an administrator makes the next one here, without a release. */
@Controller
class TemplatesPage {
    private final Templates templates;
    private final Audit audit;

    TemplatesPage(Templates templates, Audit audit) {
        this.templates = templates;
        this.audit = audit;
    }

    @GetMapping("/statistics/templates")
    String list(Viewer viewer, Model model) {
        model.addAttribute("versions", templates.all());
        model.addAttribute("mayChange", Access.mayChange(viewer.role(), "/statistics/templates/x/edit"));
        return "templates";
    }

    /** @param version null for the one in force, or the draft where there is none */
    @GetMapping("/statistics/templates/{id}")
    String show(@PathVariable String id, @RequestParam(required = false) Integer version, Viewer viewer, Model model) {
        TemplateVersion shown = Optional.ofNullable(version)
                .flatMap(number -> templates.version(id, number))
                .or(() -> version == null ? templates.inForce(id).or(() -> templates.draft(id)) : Optional.empty())
                .orElseThrow(NotFoundException::new);
        model.addAttribute("version", shown);
        model.addAttribute("preview", TemplatePreview.of(shown.form()));
        model.addAttribute("mayChange", Access.mayChange(viewer.role(), "/statistics/templates/x/edit"));
        return "template";
    }

    @GetMapping("/statistics/templates/new")
    String create(@RequestParam String id) {
        return id.matches("[A-Z][A-Za-z0-9-]{0,39}")
                ? "redirect:/statistics/templates/" + id + "/edit"
                : "redirect:/statistics/templates";
    }

    @GetMapping("/statistics/templates/{id}/edit")
    String edit(@PathVariable String id, @RequestParam(required = false) String saved, Model model) {
        Optional<TemplateVersion> draft = templates.draft(id);
        TemplateForm form =
                draft.or(() -> templates.inForce(id)).map(TemplateVersion::form).orElse(null);
        model.addAttribute("saved", saved);
        return page(
                form == null ? TemplatePreview.blank(id) : TemplateFields.of(form),
                draft.map(TemplateVersion::edition).orElse(0),
                model);
    }

    /** @param op save, publish, or a change of the rows such as add or up:3 @param edition of the draft that was opened */
    @PostMapping("/statistics/templates/{id}/edit")
    String change(
            @PathVariable String id,
            @RequestParam(defaultValue = "look") String op,
            @RequestParam int edition,
            @RequestParam MultiValueMap<String, String> typed,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        TemplateFields fields = TemplateFields.typed(id, typed).with(op);
        if (!op.equals("save") && !op.equals("publish")) {
            return page(fields, edition, model);
        }
        try {
            TemplateForm form = TemplateBuilder.form(fields, cities(id, fields.province()));
            if (op.equals("publish")) {
                form.template();
            }
            TemplateVersion draft = templates.saveDraft(form, edition, viewer.login());
            if (op.equals("save")) {
                audit.add(viewer, "template.saved", id, "v" + draft.version());
                return "redirect:/statistics/templates/" + id + "/edit?saved=" + draft.edition();
            }
            templates.publish(id, draft.edition(), viewer.login());
            audit.add(viewer, "template.published", id, "v" + draft.version());
            return "redirect:/statistics/templates/" + id;
        } catch (TemplateFault e) {
            response.setStatus(422);
            return page(
                    fields, templates.draft(id).map(TemplateVersion::edition).orElse(0), e, model);
        } catch (StaleTemplateException e) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("conflict", true);
            return page(fields, edition, model);
        }
    }

    /** What is typed so far, as it would be printed; sent with every change of a field. */
    @PostMapping("/statistics/templates/preview")
    String preview(@RequestParam String id, @RequestParam MultiValueMap<String, String> typed, Model model) {
        model.addAttribute("preview", TemplatePreview.of(TemplateFields.typed(id, typed)));
        return "fragments/template-preview :: preview";
    }

    /** Names of cities that the form prints otherwise than GB/T 2260 stay as they are. */
    private List<TemplateForm.FormCity> cities(String id, String province) {
        return templates
                .inForce(id)
                .map(TemplateVersion::form)
                .filter(form -> form.province().equals(province))
                .map(TemplateForm::cities)
                .orElse(null);
    }

    private String page(TemplateFields fields, int edition, Model model) {
        return page(fields, edition, null, model);
    }

    private String page(TemplateFields fields, int edition, TemplateFault fault, Model model) {
        model.addAttribute("fields", fields);
        model.addAttribute("edition", edition);
        model.addAttribute("fault", fault);
        model.addAttribute("preview", TemplatePreview.of(fields));
        model.addAttribute("layouts", FormLayout.values());
        model.addAttribute("kinds", TemplateBuilder.Kind.values());
        model.addAttribute("measures", Measure.values());
        model.addAttribute("rules", TemplateCheck.Rule.values());
        model.addAttribute("dueKinds", List.of(ReportingMoment.Kind.STAGE, ReportingMoment.Kind.SUMMARY));
        model.addAttribute("days", DayOfWeek.values());
        model.addAttribute("provinces", TemplatePreview.provinces());
        return "template-edit";
    }
}
