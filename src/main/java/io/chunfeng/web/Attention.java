package io.chunfeng.web;

import io.chunfeng.account.Role;
import io.chunfeng.closure.ClosedDrive;
import io.chunfeng.demand.Campaign;
import io.chunfeng.demand.ChangeRequests;
import io.chunfeng.demand.DemandRepository;
import io.chunfeng.demand.Group;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.RegistrationRepository;
import io.chunfeng.demand.Scope;
import io.chunfeng.freeze.DueItem;
import io.chunfeng.freeze.Reporting;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.road.ClosureRepository;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.run.PlanningRun;
import io.chunfeng.run.PlanningRuns;
import io.chunfeng.web.security.Access;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What needs a hand now, in words with numbers: the first line of every page. */
@Component
class Attention {
    private final DemandRepository demand;
    private final RegistrationRepository registrations;
    private final ChangeRequests requests;
    private final PlanningRuns runs;
    private final PlanRepository plans;
    private final PlanShelf shelf;
    private final RoadNetwork roads;
    private final ClosureRepository closures;
    private final ClosedTrips closedTrips;
    private final Reporting reporting;
    private final Clock clock;
    private final MessageSource messages;

    Attention(
            DemandRepository demand,
            RegistrationRepository registrations,
            ChangeRequests requests,
            PlanningRuns runs,
            PlanRepository plans,
            PlanShelf shelf,
            RoadNetwork roads,
            ClosureRepository closures,
            ClosedTrips closedTrips,
            Reporting reporting,
            Clock clock,
            MessageSource messages) {
        this.demand = demand;
        this.registrations = registrations;
        this.requests = requests;
        this.runs = runs;
        this.plans = plans;
        this.shelf = shelf;
        this.roads = roads;
        this.closures = closures;
        this.closedTrips = closedTrips;
        this.reporting = reporting;
        this.clock = clock;
        this.messages = messages;
    }

    /** @param urgent somebody has to act; otherwise it is news */
    record Notice(String text, String href, boolean urgent) {}

    /** Each page asks, so nothing is looked up for those whom it does not concern. */
    List<Notice> notices(Role role) {
        Format format = new Format(LocaleContextHolder.getLocale());
        List<Notice> notices = new ArrayList<>();
        if (Access.mayRead(role, "/planning")) {
            runs.recent(1).forEach(run -> addRun(run, format, notices));
        }
        if (Access.mayRead(role, "/plans")) {
            addPlanning(format, notices);
        }
        if (Access.mayRead(role, "/closures")) {
            addClosures(format, notices);
        }
        if (Access.mayChange(role, "/submissions")) {
            addWaiting(format, notices);
        }
        if (Access.mayRead(role, "/statistics/calendar")) {
            addDue(format, notices);
        }
        return notices;
    }

    private void addPlanning(Format format, List<Notice> notices) {
        List<PlanRepository.Summary> stored = plans.list();
        if (stored.isEmpty()) {
            demand.campaign().ifPresent(campaign -> addPeak(campaign, format, notices));
        } else {
            addUnserved(stored.get(0).id(), format, notices);
            addClosedTrips(stored.get(0).id(), format, notices);
        }
    }

    /** Counties that wait for an answer. */
    private void addWaiting(Format format, List<Notice> notices) {
        Scope everything = new Scope.Everything();
        int submitted = registrations.count(everything, Set.of(GroupState.SUBMITTED));
        if (submitted > 0) {
            notices.add(new Notice(text("attention.submitted", format.count(submitted)), "/submissions", true));
        }
        int asked = requests.open(everything).size();
        if (asked > 0) {
            notices.add(new Notice(text("attention.requests", format.count(asked)), "/requests", true));
        }
    }

    /** Early warning of reports; the first one is named. */
    private void addDue(Format format, List<Notice> notices) {
        List<DueItem> soon = reporting.soon(clock.instant());
        if (!soon.isEmpty()) {
            DueItem first = soon.get(0);
            String text = soon.size() == 1
                    ? text(
                            "attention.due",
                            format.moment(first.due()),
                            first.item().text(),
                            first.notice().title())
                    : text("attention.dueMany", format.moment(first.due()), format.count(soon.size()));
            notices.add(new Notice(text, "/statistics/calendar", false));
        }
    }

    private void addRun(PlanningRun run, Format format, List<Notice> notices) {
        String href = "/planning/" + run.id();
        if (run.state() == PlanningRun.State.FAILED) {
            notices.add(new Notice(text("attention.runFailed", String.valueOf(run.id())), href, true));
        } else if (run.state() == PlanningRun.State.QUEUED && roads.preparing()) {
            notices.add(new Notice(text("attention.waitingForMap", String.valueOf(run.id())), href, false));
        } else if (!run.state().ended()) {
            int served = run.best() == null ? 0 : run.best().personsServed();
            String figures = text(
                    "attention.running", String.valueOf(run.id()), format.count(served), format.count(run.persons()));
            notices.add(new Notice(figures, href, false));
        }
    }

    private void addPeak(Campaign campaign, Format format, List<Notice> notices) {
        List<Group> groups = demand.groupsDeparting(campaign.peakFrom(), campaign.peakTo());
        if (!groups.isEmpty()) {
            int persons = groups.stream().mapToInt(Group::headcount).sum();
            String figures = text(
                    "attention.peak",
                    format.day(campaign.peakFrom()),
                    format.day(campaign.peakTo()),
                    format.count(groups.size()),
                    format.count(persons));
            notices.add(new Notice(figures, "/planning", true));
        }
    }

    private void addUnserved(long planId, Format format, List<Notice> notices) {
        int left = shelf.find(planId).map(PlanView::unservedPersons).orElse(0);
        if (left > 0) {
            String figures = text("attention.unserved", String.valueOf(planId), format.count(left));
            notices.add(new Notice(figures, "/plans/" + planId + "#unserved", true));
        }
    }

    /** Not told while the newest plan is still being looked at: no page waits for that. */
    private void addClosedTrips(long planId, Format format, List<Notice> notices) {
        long hit = shelf.find(planId)
                .flatMap(closedTrips::hit)
                .map(drives -> drives.stream().map(ClosedDrive::trip).distinct().count())
                .orElse(0L);
        if (hit > 0) {
            String figures = text("attention.closedTrips", String.valueOf(planId), format.count(hit));
            notices.add(new Notice(figures, "/plans/" + planId + "#closed", true));
        }
    }

    private void addClosures(Format format, List<Notice> notices) {
        Instant now = clock.instant();
        int inForce = closures.inForce(now, now.plusMillis(1)).size();
        if (inForce > 0) {
            notices.add(new Notice(text("attention.closures", format.count(inForce)), "/closures", false));
        }
    }

    private String text(String key, Object... figures) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage(key, figures, locale);
    }
}
