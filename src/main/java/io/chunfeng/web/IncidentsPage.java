package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.day.Affected;
import io.chunfeng.day.Happening;
import io.chunfeng.day.Incident;
import io.chunfeng.day.IncidentKind;
import io.chunfeng.day.Incidents;
import io.chunfeng.dispatch.Publications;
import io.chunfeng.place.Place;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.road.ClosureRepository;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** 突发情况: the list, and recording one. */
@Controller
class IncidentsPage {
    private static final int PUBLICATIONS_OFFERED = 10;

    private final Incidents incidents;
    private final IncidentReach reach;
    private final PlanShelf shelf;
    private final Publications publications;
    private final ClosureRepository closures;
    private final ClosureWords words;
    private final PlaceRepository places;
    private final Clock clock;
    private final Audit audit;
    private final int majorPersons;

    /** @param majorPersons an incident that concerns more people is 重大 */
    IncidentsPage(
            Incidents incidents,
            IncidentReach reach,
            PlanShelf shelf,
            Publications publications,
            ClosureRepository closures,
            ClosureWords words,
            PlaceRepository places,
            Clock clock,
            Audit audit,
            @Value("${chunfeng.major-incident-persons}") int majorPersons) {
        this.incidents = incidents;
        this.reach = reach;
        this.shelf = shelf;
        this.publications = publications;
        this.closures = closures;
        this.words = words;
        this.places = places;
        this.clock = clock;
        this.audit = audit;
        this.majorPersons = majorPersons;
    }

    @GetMapping("/day/incidents")
    String list(Model model) {
        List<Incident> all = incidents.list();
        model.addAttribute("incidents", all);
        model.addAttribute(
                "open", all.stream().filter(incident -> !incident.closed()).count());
        return "incidents";
    }

    @GetMapping("/day/incidents/new")
    String empty(@ModelAttribute("typed") IncidentForm form, Model model, Locale locale) {
        if (publications.newest() == 0) {
            return "redirect:/day";
        }
        return form(
                form.plan() == null ? started(form, publications.list().get(0).planId()) : started(form, form.plan()),
                new FieldErrors(),
                model,
                locale);
    }

    /** Times that fit: now, or the day of the trip where that is another one. */
    private IncidentForm started(IncidentForm form, long plan) {
        Format format = new Format(Locale.SIMPLIFIED_CHINESE);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        PlanView view = shelf.get(plan);
        TripRow trip = view.trips().stream()
                .filter(row -> row.vehicle().equals(form.vehicle()))
                .findFirst()
                .orElse(view.trips().isEmpty() ? null : view.trips().get(0));
        boolean longAgo =
                trip != null && Duration.between(trip.departure(), now).abs().compareTo(Duration.ofHours(24)) > 0;
        Instant at = longAgo ? trip.departure().minus(Duration.ofHours(3)) : now;
        Instant until = trip == null || trip.arrival().isBefore(at)
                ? at.plus(Duration.ofDays(1))
                : trip.arrival().plus(Duration.ofHours(6));
        return new IncidentForm(
                plan,
                form.kind(),
                form.vehicle(),
                form.group(),
                form.persons(),
                form.minutes(),
                form.station(),
                form.closure(),
                form.until() == null ? format.field(until) : form.until(),
                form.at() == null ? format.field(at) : form.at(),
                form.location() == null && trip != null && form.vehicle() != null ? trip.from() : form.location(),
                form.description(),
                form.major());
    }

    private String form(IncidentForm form, FieldErrors errors, Model model, Locale locale) {
        model.addAttribute("typed", form);
        model.addAttribute("errors", errors);
        model.addAttribute("kinds", IncidentKind.values());
        model.addAttribute(
                "publications",
                publications.list().stream().limit(PUBLICATIONS_OFFERED).toList());
        model.addAttribute("closures", words.rows(closures.list(), locale));
        model.addAttribute("places", new PlaceChoice(places.all()).options());
        model.addAttribute("majorPersons", majorPersons);
        return "incident-new";
    }

    @PostMapping("/day/incidents")
    String record(
            @ModelAttribute("typed") IncidentForm form,
            Viewer viewer,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        FieldErrors errors = new FieldErrors();
        Happening happening = form.read(station(form), errors);
        PlanView view = form.plan() == null ? null : shelf.find(form.plan()).orElse(null);
        if (view == null || publications.list().stream().noneMatch(publication -> publication.planId() == view.id())) {
            errors.add("plan", "incident.error.plan");
        } else if (happening != null) {
            reach.unknown(view, happening).ifPresent(wrong -> errors.add(wrong[0], wrong[1]));
        }
        if (errors.isEmpty() && form.happenedAt().isAfter(clock.instant())) {
            errors.add("at", "incident.error.future");
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return form(form, errors, model, locale);
        }
        Affected affected = reach.of(view, happening, form.happenedAt());
        long id = incidents.record(
                new Incidents.Entry(
                        view.id(),
                        happening,
                        form.happenedAt(),
                        form.location() == null ? "" : form.location().strip(),
                        form.description() == null ? "" : form.description().strip(),
                        form.markedMajor() || affected.persons() > majorPersons,
                        new Incident.Reach(
                                affected.trips().size(), affected.groups().size(), affected.persons())),
                viewer.login());
        audit.add(
                viewer,
                "incident.recorded",
                String.valueOf(id),
                happening.kind().name());
        return "redirect:/day/incidents/" + id;
    }

    private String station(IncidentForm form) {
        if (form.station() == null || form.station().isBlank()) {
            return null;
        }
        Place place = new PlaceChoice(places.all()).choose(form.station()).place();
        return place == null ? null : place.id();
    }
}
