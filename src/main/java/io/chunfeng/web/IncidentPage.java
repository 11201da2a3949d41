package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.day.Consequences;
import io.chunfeng.day.Happening;
import io.chunfeng.day.Incident;
import io.chunfeng.day.Incidents;
import io.chunfeng.day.ProposalJobs;
import io.chunfeng.day.ProposalKind;
import io.chunfeng.dispatch.StalePublicationException;
import io.chunfeng.place.PlaceRepository;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One incident: whom it concerns, what is proposed, what was decided, measures. */
@Controller
class IncidentPage {
    private static final Duration TODAY = Duration.ofHours(24);
    private static final int LONGEST_NOTE = 500;
    private static final int MOST_SECONDS = 10;

    private final Incidents incidents;
    private final IncidentReach reach;
    private final ProposalRows proposals;
    private final ProposalJobs jobs;
    private final DayPlans inForce;
    private final PlanShelf shelf;
    private final PlaceRepository places;
    private final Clock clock;
    private final Audit audit;
    private final int seconds;

    IncidentPage(
            Incidents incidents,
            IncidentReach reach,
            ProposalRows proposals,
            ProposalJobs jobs,
            DayPlans inForce,
            PlanShelf shelf,
            PlaceRepository places,
            Clock clock,
            Audit audit,
            @Value("${chunfeng.incident-seconds}") int seconds) {
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw new IllegalArgumentException("chunfeng.incident-seconds 应为 1 至 " + MOST_SECONDS + " / must be 1 to "
                    + MOST_SECONDS + ": " + seconds);
        }
        this.incidents = incidents;
        this.reach = reach;
        this.proposals = proposals;
        this.jobs = jobs;
        this.inForce = inForce;
        this.shelf = shelf;
        this.places = places;
        this.clock = clock;
        this.audit = audit;
        this.seconds = seconds;
    }

    @GetMapping("/day/incidents/{id}")
    String show(@PathVariable long id, Model model) {
        Incident incident = incidents.find(id).orElseThrow(NotFoundException::new);
        Optional<Double> progress = Optional.ofNullable(incident.lastRound()).flatMap(last -> jobs.progress(last.id()));
        if (progress.isEmpty()) {
            // whoever is not working on it any more has kept all of it: look again, lest it seems interrupted
            incident = incidents.find(id).orElseThrow(NotFoundException::new);
        }
        PlanView view = shelf.get(incident.plan());
        Names names = new Names(places.all());
        Incident.Round round = incident.lastRound();
        model.addAttribute("incident", incident);
        model.addAttribute("affected", reach.of(view, incident.happening(), incident.happenedAt()));
        model.addAttribute("names", names);
        model.addAttribute("regions", new Regions(names));
        model.addAttribute("aboard", aboard(incident, view));
        model.addAttribute("asOf", asOf(incident));
        model.addAttribute("seconds", seconds);
        model.addAttribute("round", round);
        if (round != null) {
            model.addAttribute("proposals", proposals.of(round));
            model.addAttribute("progress", progress.orElse(null));
            model.addAttribute("interrupted", !round.complete() && progress.isEmpty());
        }
        return "incident";
    }

    /** People sit in the coach that has broken down: they are helped on the road, not planned anew. */
    private boolean aboard(Incident incident, PlanView view) {
        return (incident.happening() instanceof Happening.CoachBroken
                        || incident.happening() instanceof Happening.DriverUnavailable)
                && Consequences.vehicles(incident.happening(), incident.happenedAt(), view.problem()).stream()
                        .anyMatch(vehicle -> Consequences.peopleAboard(view.plan(), vehicle, asOf(incident)));
    }

    /** In five minutes, so that there is time to decide; of an incident of another day the moment it happened. */
    private Instant asOf(Incident incident) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return Duration.between(incident.happenedAt(), now).compareTo(TODAY) <= 0
                ? now.plus(Duration.ofMinutes(5))
                : incident.happenedAt();
    }

    @PostMapping("/day/incidents/{id}/proposals")
    String ask(
            @PathVariable long id,
            @RequestParam String asOf,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        Incident incident = incidents.find(id).orElseThrow(NotFoundException::new);
        FieldErrors errors = new FieldErrors();
        Instant moment = IncidentForm.moment(asOf, "asOf", errors);
        if (moment == null || moment.isBefore(incident.happenedAt())) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("refusal", moment == null ? "request.error.moment" : "incident.error.asOf");
            return show(id, model);
        }
        long round = incidents.ask(id, inForce.instead(incident.plan()), moment, seconds, viewer.login());
        jobs.start(round);
        audit.add(viewer, "incident.proposalsAsked", String.valueOf(id), String.valueOf(round));
        return "redirect:/day/incidents/" + id + "#rounds";
    }

    @PostMapping("/day/incidents/{id}/accept")
    String accept(
            @PathVariable long id,
            @RequestParam long round,
            @RequestParam ProposalKind kind,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        incidents.round(round).filter(one -> one.incident() == id).orElseThrow(NotFoundException::new);
        try {
            Incident.Decision decision = incidents.accept(round, kind, viewer.login());
            audit.add(
                    viewer,
                    "incident.proposalAccepted",
                    String.valueOf(id),
                    kind + " #" + decision.plan() + " " + decision.publication());
            return "redirect:/day/incidents/" + id;
        } catch (StalePublicationException e) {
            model.addAttribute("refusal", "incident.refused.stale");
        } catch (Incidents.AlreadyDecidedException e) {
            model.addAttribute("refusal", "incident.refused.decided");
        } catch (IllegalArgumentException e) {
            model.addAttribute("refusal", "incident.refused.plan");
            model.addAttribute("refusalDetail", e.getMessage());
        }
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return show(id, model);
    }

    @PostMapping("/day/incidents/{id}/notes")
    String note(
            @PathVariable long id,
            @RequestParam Incident.NoteKind kind,
            @RequestParam(defaultValue = "") String text,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        incidents.find(id).orElseThrow(NotFoundException::new);
        if (text.isBlank() || text.length() > LONGEST_NOTE) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("refusal", "incident.error.note");
            return show(id, model);
        }
        incidents.note(id, kind, text, viewer.login());
        audit.add(viewer, "incident.noted", String.valueOf(id), kind.name());
        return "redirect:/day/incidents/" + id + "#notes";
    }
}
