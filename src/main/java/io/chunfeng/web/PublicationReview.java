package io.chunfeng.web;

import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.capacity.Coach;
import io.chunfeng.capacity.Driver;
import io.chunfeng.capacity.FleetRegister;
import io.chunfeng.dispatch.AssignedTrip;
import io.chunfeng.dispatch.Assignment;
import io.chunfeng.dispatch.AssignmentCheck;
import io.chunfeng.dispatch.AssignmentFinding;
import io.chunfeng.dispatch.AssignmentProposal;
import io.chunfeng.dispatch.AssignmentProposal.Proposed;
import io.chunfeng.dispatch.IssuedOrder;
import io.chunfeng.dispatch.OrderIssue;
import io.chunfeng.dispatch.OrderSuccession;
import io.chunfeng.dispatch.PlannedGroup;
import io.chunfeng.dispatch.Publication;
import io.chunfeng.dispatch.PublicationChecks;
import io.chunfeng.dispatch.PublicationPreview;
import io.chunfeng.dispatch.Publications;
import io.chunfeng.dispatch.TripOrders;
import io.chunfeng.manifest.Manifests;
import io.chunfeng.plan.PlanChecker;
import io.chunfeng.plan.Violation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** All that is looked at before a plan is published: who drives what, the checks, and what the orders become. */
@Component
class PublicationReview {
    private static final int KEPT = 16;

    private final Publications publications;
    private final TripOrders orders;
    private final FleetRegister fleet;
    private final CapacityRepository capacity;
    private final Manifests manifests;
    private final Clock clock;
    private final Duration notice;
    /** Stored plans never change, and checking a large one takes a while. */
    private final Map<Long, List<Violation>> checked = new Latest<>(KEPT);

    PublicationReview(
            Publications publications,
            TripOrders orders,
            FleetRegister fleet,
            CapacityRepository capacity,
            Manifests manifests,
            Clock clock,
            @Value("${chunfeng.order-notice-hours}") int noticeHours) {
        this.publications = publications;
        this.orders = orders;
        this.fleet = fleet;
        this.capacity = capacity;
        this.manifests = manifests;
        this.clock = clock;
        this.notice = Duration.ofHours(noticeHours);
    }

    /**
     * @param proposed by trip, in the order of departure
     * @param findings by trip; only trips that have some
     * @param issued what publishing now would do to the orders
     * @param noticeHours the setting, for its check
     */
    record Review(
            PublicationPreview preview,
            OrderSuccession succession,
            Map<String, Proposed> proposed,
            List<Coach> coaches,
            List<Driver> drivers,
            Map<String, List<AssignmentFinding>> findings,
            List<PublicationChecks.Item> checks,
            List<IssuedOrder> issued,
            long noticeHours) {

        public boolean blocked() {
            return checks.stream().anyMatch(PublicationChecks.Item::blocks);
        }

        public long count(IssuedOrder.Outcome outcome) {
            return issued.stream().filter(order -> order.outcome() == outcome).count();
        }

        Map<String, Assignment> assignments() {
            return AssignmentProposal.assignments(proposed);
        }

        /** What was seen is what is published: who drives what, and from which versions of the register. */
        public String seal() {
            return Integer.toHexString(proposed.toString().hashCode());
        }
    }

    Review of(PlanView view) {
        PublicationPreview preview = publications.preview(view.id());
        OrderSuccession succession = OrderSuccession.of(view.problem(), view.plan(), orders.situation(view.id()));
        List<Coach> coaches = fleet.coaches();
        List<Driver> drivers = fleet.drivers();
        Map<String, Proposed> proposed = AssignmentProposal.of(succession, orders.chosen(view.id()), coaches, drivers);
        List<AssignmentFinding> findings = AssignmentCheck.check(
                succession.trips().stream()
                        .map(trip -> new AssignedTrip(
                                trip.id(),
                                trip.content(),
                                proposed.get(trip.id()).assignment()))
                        .toList(),
                succession.others(),
                capacity.coachPools());
        Map<String, List<AssignmentFinding>> byTrip = new LinkedHashMap<>();
        findings.forEach(finding -> byTrip.computeIfAbsent(finding.trip(), trip -> new ArrayList<>())
                .add(finding));
        Publication next = new Publication(publications.newest() + 1, view.id(), clock.instant(), "");
        return new Review(
                preview,
                succession,
                proposed,
                coaches,
                drivers,
                byTrip,
                PublicationChecks.of(new PublicationChecks.Facts(
                        view.problem(),
                        view.plan(),
                        preview,
                        succession,
                        findings,
                        violations(view),
                        seated(preview),
                        moment(view),
                        notice)),
                OrderIssue.of(next, succession, AssignmentProposal.assignments(proposed)),
                notice.toHours());
    }

    private Map<String, Integer> seated(PublicationPreview preview) {
        Map<String, Integer> seated = new HashMap<>();
        manifests
                .counts(preview.told().stream().map(PlannedGroup::groupId).toList())
                .forEach((group, counts) -> seated.put(group, counts.seated()));
        return seated;
    }

    private List<Violation> violations(PlanView view) {
        synchronized (checked) {
            List<Violation> known = checked.get(view.id());
            if (known != null) {
                return known;
            }
        }
        List<Violation> found = PlanChecker.check(view.problem(), view.plan());
        synchronized (checked) {
            checked.put(view.id(), found);
        }
        return found;
    }

    /** Now; for a plan that is over, or that was made for a moment ahead, the moment it was made for. */
    private Instant moment(PlanView view) {
        Instant made = view.problem().asOf();
        Instant now = clock.instant();
        boolean over = view.plan().journeys().stream()
                .noneMatch(journey -> journey.legs().get(0).boardAt().isAfter(now));
        return over || now.isBefore(made) ? made : now;
    }
}
