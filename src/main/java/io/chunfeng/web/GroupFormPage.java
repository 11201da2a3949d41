package io.chunfeng.web;

import io.chunfeng.account.AuditLog;
import io.chunfeng.account.Viewer;
import io.chunfeng.demand.Actor;
import io.chunfeng.demand.ForbiddenMoveException;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.Moves;
import io.chunfeng.demand.Party;
import io.chunfeng.demand.Registration;
import io.chunfeng.demand.RegistrationChange;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.demand.StaleRegistrationException;
import io.chunfeng.intake.GroupForms;
import io.chunfeng.intake.GroupImports;
import io.chunfeng.intake.ImportRepository;
import io.chunfeng.intake.ReadGroup;
import io.chunfeng.place.AdminCodes;
import io.chunfeng.place.Place;
import io.chunfeng.place.PlaceRepository;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One group by hand: new, changed, withdrawn. */
@Controller
class GroupFormPage {
    private final GroupForms forms;
    private final GroupImports imports;
    private final RegistrationRepository registrations;
    private final ImportRepository points;
    private final PlaceRepository places;
    private final GroupIntakeWords words;
    private final AuditLog audit;
    private final Clock clock;
    private final String tileUrl;

    GroupFormPage(
            GroupForms forms,
            GroupImports imports,
            RegistrationRepository registrations,
            ImportRepository points,
            PlaceRepository places,
            GroupIntakeWords words,
            AuditLog audit,
            Clock clock,
            @Value("${chunfeng.tile-url:}") String tileUrl) {
        this.forms = forms;
        this.imports = imports;
        this.registrations = registrations;
        this.points = points;
        this.places = places;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
        this.tileUrl = tileUrl;
    }

    @GetMapping("/intake/groups/new")
    String fresh(Viewer viewer, Model model) {
        return page(GroupForm.empty(), null, new FieldErrors(), viewer, model);
    }

    @GetMapping("/intake/groups/{id}")
    String known(@PathVariable String id, Viewer viewer, Model model) {
        Registration registration = find(viewer, id);
        GroupForm form = GroupForm.of(registration, new PlaceChoice(shown(viewer)), new Names(places.all()));
        return page(form, registration, new FieldErrors(), viewer, model);
    }

    @PostMapping("/intake/groups/new")
    String add(
            @ModelAttribute("typed") GroupForm form,
            @RequestParam(name = "state", defaultValue = "SUBMITTED") GroupState to,
            Viewer viewer,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return save(form, null, to, viewer, model, request, response);
    }

    @PostMapping("/intake/groups/{id}")
    String change(
            @PathVariable String id,
            @ModelAttribute("typed") GroupForm form,
            @RequestParam(name = "state", defaultValue = "SUBMITTED") GroupState to,
            Viewer viewer,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return save(form, find(viewer, id), to, viewer, model, request, response);
    }

    private String save(
            GroupForm form,
            Registration known,
            GroupState to,
            Viewer viewer,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        FieldErrors errors = new FieldErrors();
        ReadGroup read = forms.read(form.typed(), GroupIntakePage.countiesOf(viewer), known);
        Locale locale = org.springframework.context.i18n.LocaleContextHolder.getLocale();
        read.problems().stream()
                .filter(problem -> !problem.doubt())
                .forEach(problem -> errors.add(
                        problem.column(),
                        "intake.form.problem",
                        words.expected(problem, locale)
                                + (problem.suggestion().isEmpty()
                                        ? ""
                                        : " " + words.text("intake.suggestion", locale, problem.suggestion()))));
        if (read.group() == null) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(form, known, errors, viewer, model);
        }
        try {
            if (read.newPlace() != null) {
                points.keepBoardingPoint(read.group().county(), read.newPlace());
            }
            int from = known == null ? RegistrationChange.NEW : form.fromVersion();
            registrations.apply(List.of(new RegistrationChange.Put(read.group(), to, from)), actor(viewer));
        } catch (StaleRegistrationException | ForbiddenMoveException e) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("refusal", "intake.form.stale");
            return page(form, known, errors, viewer, model);
        }
        record(
                viewer,
                to == GroupState.DRAFT ? "group.drafted" : "group.submitted",
                read.group().id(),
                request);
        return "redirect:/intake/groups/" + read.group().id() + "?saved=" + to;
    }

    @PostMapping("/intake/groups/{id}/withdraw")
    String withdraw(
            @PathVariable String id,
            @RequestParam int version,
            Viewer viewer,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        find(viewer, id);
        try {
            RegistrationChange move = new RegistrationChange.Move(id, GroupState.WITHDRAWN, version, null);
            registrations.apply(List.of(move), actor(viewer));
        } catch (StaleRegistrationException | ForbiddenMoveException e) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("refusal", "intake.form.stale");
            return known(id, viewer, model);
        }
        record(viewer, "group.withdrawn", id, request);
        return "redirect:/intake/groups/" + id + "?saved=" + GroupState.WITHDRAWN;
    }

    private String page(GroupForm form, Registration known, FieldErrors errors, Viewer viewer, Model model) {
        Set<String> counties = GroupIntakePage.countiesOf(viewer);
        AdminCodes codes = AdminCodes.all();
        model.addAttribute("form", form);
        model.addAttribute("tileUrl", tileUrl);
        String county = form.county() == null || form.county().isEmpty()
                ? viewer.counties().stream().sorted().findFirst().orElse("")
                : form.county();
        model.addAttribute("centre", PlacesPage.centre(county, shown(viewer)));
        model.addAttribute("errors", errors);
        model.addAttribute("known", known);
        model.addAttribute("places", new PlaceChoice(shown(viewer)).options());
        model.addAttribute(
                "counties",
                counties == null
                        ? null
                        : counties.stream()
                                .sorted()
                                .flatMap(code -> codes.find(code).stream())
                                .toList());
        model.addAttribute(
                "editable", known == null || Moves.allowed(Party.COUNTY, known.state(), GroupState.SUBMITTED));
        model.addAttribute(
                "withdrawable", known != null && Moves.allowed(Party.COUNTY, known.state(), GroupState.WITHDRAWN));
        model.addAttribute("draftable", known == null || Moves.allowed(Party.COUNTY, known.state(), GroupState.DRAFT));
        return "group-form";
    }

    private List<Place> shown(Viewer viewer) {
        return imports.places(GroupIntakePage.countiesOf(viewer));
    }

    /** A dispatcher who types a group in does so for the county. */
    private static Actor actor(Viewer viewer) {
        return new Actor(viewer.login(), Party.COUNTY, viewer.scope());
    }

    private void record(Viewer viewer, String action, String id, HttpServletRequest request) {
        audit.add(new AuditLog.Entry(clock.instant(), viewer.login(), action, id, null, request.getRemoteAddr()));
    }

    private Registration find(Viewer viewer, String id) {
        return registrations.find(viewer.scope(), id).orElseThrow(NotFoundException::new);
    }
}
