package io.chunfeng.dispatch;

import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Rule;
import io.chunfeng.plan.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The checks before publishing. Pure. */
public final class PublicationChecks {
    private PublicationChecks() {}

    /** @param subjects ids of what it is about; empty when it is passed */
    public record Item(CheckCode code, List<String> subjects) {
        public Item {
            subjects = List.copyOf(subjects);
        }

        public boolean passed() {
            return subjects.isEmpty();
        }

        public boolean blocks() {
            return !passed() && code.blocks();
        }
    }

    /**
     * @param findings of {@link AssignmentCheck}
     * @param violations of {@code PlanChecker}
     * @param manifests seated people by group, of groups that have a manifest
     * @param moment from which deadlines are counted
     * @param notice a coach that is ordered later than this before it leaves is a warning
     */
    public record Facts(
            PlanningProblem problem,
            Plan plan,
            PublicationPreview preview,
            OrderSuccession succession,
            List<AssignmentFinding> findings,
            List<Violation> violations,
            Map<String, Integer> manifests,
            Instant moment,
            Duration notice) {}

    /** One for each code, in their order. */
    public static List<Item> of(Facts facts) {
        List<Item> items = new ArrayList<>();
        for (CheckCode code : CheckCode.values()) {
            items.add(new Item(code, subjects(code, facts)));
        }
        return List.copyOf(items);
    }

    private static List<String> subjects(CheckCode code, Facts facts) {
        PublicationPreview preview = facts.preview();
        return switch (code) {
            case PAPERS -> trips(facts, finding -> finding.rule().missing());
            case ASSIGNMENT -> trips(facts, finding -> !finding.rule().missing());
            case ONE_END_HOME -> broken(facts, violation -> violation.rule() == Rule.H10);
            case PLAN_RULES -> broken(facts, violation -> violation.rule() != Rule.H10);
            case BOOKING -> tooLateToBook(facts);
            case MANIFEST_MISSING ->
                groups(preview.told(), group -> !facts.manifests().containsKey(group.groupId()));
            case MANIFEST_DIFFERS ->
                groups(
                        preview.told(),
                        group -> facts.manifests().getOrDefault(group.groupId(), group.headcount())
                                != group.headcount());
            case SHORT_NOTICE ->
                facts.succession().trips().stream()
                        .filter(trip -> trip.before() == null
                                && trip.content()
                                        .busyFrom()
                                        .isBefore(facts.moment().plus(facts.notice())))
                        .map(OrderSuccession.Trip::id)
                        .toList();
            case RESIZED -> groups(preview.resized(), group -> true);
            case DROPPED -> groups(preview.dropped(), group -> true);
            case LOST -> groups(preview.lost(), group -> true);
            case UNSERVED -> groups(preview.unserved(), group -> true);
            case MISSING -> preview.missing();
        };
    }

    private static List<String> trips(Facts facts, Predicate<AssignmentFinding> which) {
        return facts.findings().stream()
                .filter(which)
                .map(AssignmentFinding::trip)
                .distinct()
                .toList();
    }

    private static List<String> broken(Facts facts, Predicate<Violation> which) {
        return facts.violations().stream()
                .filter(which)
                .map(violation -> violation.rule() + " " + violation.where())
                .distinct()
                .toList();
    }

    private static List<String> groups(Collection<PlannedGroup> groups, Predicate<PlannedGroup> which) {
        return groups.stream().filter(which).map(PlannedGroup::groupId).toList();
    }

    /** What was booked in the plan before stays booked whatever the deadline. */
    private static List<String> tooLateToBook(Facts facts) {
        PlanningProblem.Pinned pinned = facts.problem().pinned();
        Stream<String> trains = facts.plan().trainBookings().stream()
                .filter(booking -> pinned.trainBookings().stream()
                        .noneMatch(before -> before.serviceId().equals(booking.serviceId())
                                && before.carriages() >= booking.carriages()))
                .filter(booking -> facts.problem().trainServices().stream()
                        .filter(service -> service.id().equals(booking.serviceId()))
                        .map(TrainService::bookBy)
                        .anyMatch(deadline -> deadline.isBefore(facts.moment())))
                .map(Plan.TrainBooking::serviceId);
        Stream<String> flights = facts.plan().flightBookings().stream()
                .filter(booking -> pinned.flightBookings().stream()
                        .noneMatch(before -> before.flightId().equals(booking.flightId())
                                && before.passengers() >= booking.passengers()))
                .filter(booking -> facts.problem().flights().stream()
                        .filter(flight -> flight.id().equals(booking.flightId()))
                        .map(Flight::bookBy)
                        .anyMatch(deadline -> deadline.isBefore(facts.moment())))
                .map(Plan.FlightBooking::flightId);
        return Stream.concat(trains, flights).toList();
    }
}
