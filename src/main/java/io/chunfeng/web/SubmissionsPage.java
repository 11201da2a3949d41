package io.chunfeng.web;

import io.chunfeng.account.Viewer;
import io.chunfeng.demand.CampaignTerms;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.demand.ForbiddenMoveException;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.Moves;
import io.chunfeng.demand.Oddities;
import io.chunfeng.demand.Registration;
import io.chunfeng.demand.RegistrationChange;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.demand.StaleRegistrationException;
import io.chunfeng.demand.SubmissionDeadline;
import io.chunfeng.place.Place;
import io.chunfeng.place.PlaceRepository;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 受理: what counties have handed in; the dispatcher takes it, many at once, or sends it back with a reason. */
@Controller
class SubmissionsPage {
    private final RegistrationRepository registrations;
    private final CampaignTerms terms;
    private final DemandRepository demand;
    private final PlaceRepository places;
    private final Clock clock;
    private final Audit audit;

    SubmissionsPage(
            RegistrationRepository registrations,
            CampaignTerms terms,
            DemandRepository demand,
            PlaceRepository places,
            Clock clock,
            Audit audit) {
        this.registrations = registrations;
        this.terms = terms;
        this.demand = demand;
        this.places = places;
        this.clock = clock;
        this.audit = audit;
    }

    /** @param chosen as {@code version:id}: what was on the page when it was ticked */
    record Row(GroupRow group, String chosen, LocalDate lastDay, List<Oddities.Oddity> oddities) {}

    /** @param county code or null; @param day or null */
    record Selection(
            String county,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
        boolean holds(GroupRow row) {
            return (county == null || county.isBlank() || row.county().equals(county))
                    && (day == null || row.day().equals(day));
        }
    }

    @GetMapping("/submissions")
    String show(@ModelAttribute("selection") Selection selection, Viewer viewer, Model model) {
        return page(selection, Set.of(), "", viewer, model);
    }

    @PostMapping("/submissions")
    String decide(
            @ModelAttribute("selection") Selection selection,
            @RequestParam(defaultValue = "") List<String> chosen,
            @RequestParam boolean accept,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        if (chosen.isEmpty() || (!accept && reason.isBlank())) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("refusal", chosen.isEmpty() ? "submissions.error.none" : "submissions.error.reason");
            return page(selection, Set.copyOf(chosen), reason, viewer, model);
        }
        try {
            List<RegistrationChange> moves = chosen.stream()
                    .map(ticked -> move(ticked, accept ? GroupState.ACCEPTED : GroupState.DRAFT, reason))
                    .toList();
            registrations.apply(moves, viewer.actor());
            moves.forEach(
                    move -> audit.add(viewer, accept ? "group.accepted" : "group.sentBack", move.groupId(), null));
            model.addAttribute("done", accept ? "submissions.accepted" : "submissions.sentBack");
            model.addAttribute("doneCount", moves.size());
            return page(selection, Set.of(), "", viewer, model);
        } catch (StaleRegistrationException e) {
            model.addAttribute("refusedGroup", e.groupId());
        } catch (ForbiddenMoveException e) {
            model.addAttribute("refusedGroup", e.groupId());
        }
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        model.addAttribute("refusal", "submissions.error.stale");
        return page(selection, Set.copyOf(chosen), reason, viewer, model);
    }

    private static RegistrationChange move(String ticked, GroupState to, String reason) {
        int colon = ticked.indexOf(':');
        if (colon < 1 || !ticked.substring(0, colon).matches("[0-9]{1,9}")) {
            throw new NotFoundException();
        }
        return new RegistrationChange.Move(
                ticked.substring(colon + 1),
                to,
                Integer.parseInt(ticked.substring(0, colon)),
                to == GroupState.DRAFT ? reason : null);
    }

    /** @param days as typed */
    @PostMapping("/submissions/deadline")
    String deadline(@RequestParam String days, Viewer viewer, Model model, HttpServletResponse response) {
        if (days.strip().matches("[0-9]{1,2}") && Integer.parseInt(days.strip()) <= SubmissionDeadline.MOST_DAYS) {
            terms.setDeadline(new SubmissionDeadline(Integer.parseInt(days.strip())));
            audit.add(viewer, "campaign.deadline", null, days.strip());
            return "redirect:/submissions";
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("wrongDays", days);
        return page(new Selection(null, null), Set.of(), "", viewer, model);
    }

    @PostMapping("/submissions/campaign")
    String close(@RequestParam boolean closed, Viewer viewer) {
        terms.close(closed, viewer.login());
        audit.add(viewer, closed ? "campaign.closed" : "campaign.opened", null, null);
        return "redirect:/submissions";
    }

    private String page(Selection selection, Set<String> ticked, String reason, Viewer viewer, Model model) {
        List<Registration> submitted = registrations.in(viewer.scope(), EnumSet.of(GroupState.SUBMITTED));
        Set<GroupState> known = EnumSet.copyOf(Moves.TAKEN);
        known.add(GroupState.SUBMITTED);
        SubmissionDeadline deadline = terms.deadline();
        List<Place> all = places.all();
        Oddities oddities = new Oddities(
                deadline,
                demand.campaign().orElse(null),
                all.stream().collect(Collectors.toMap(Place::id, Function.identity())),
                registrations.in(viewer.scope(), known),
                clock.instant());
        Names names = new Names(all);
        Regions regions = new Regions(names);
        List<Row> rows = submitted.stream()
                .map(registration -> row(registration, GroupRow.of(registration, names, regions), oddities, deadline))
                .toList();
        model.addAttribute("selection", selection);
        model.addAttribute("counties", counties(rows));
        model.addAttribute(
                "rows",
                rows.stream().filter(row -> selection.holds(row.group())).toList());
        model.addAttribute("waiting", rows.size());
        model.addAttribute("ticked", ticked);
        model.addAttribute("reason", reason);
        model.addAttribute("deadline", deadline);
        model.addAttribute("closed", terms.closed());
        return "submissions";
    }

    private static Row row(Registration registration, GroupRow row, Oddities oddities, SubmissionDeadline deadline) {
        return new Row(
                row, registration.version() + ":" + row.id(), deadline.lastDay(row.day()), oddities.of(registration));
    }

    /** Code to how many wait. */
    private static Map<String, Long> counties(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.group().county(), TreeMap::new, Collectors.counting()));
    }
}
