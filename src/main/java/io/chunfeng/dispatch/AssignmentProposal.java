package io.chunfeng.dispatch;

import io.chunfeng.capacity.Coach;
import io.chunfeng.capacity.Driver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Coaches and drivers for the trips of a plan. What was chosen by hand comes first, then what the order in force says as
 * long as it holds; the other trips, earliest first, get a coach of their pool and drivers of its operator who are free.
 * Pure, and the same for the same input.
 */
public final class AssignmentProposal {

    public enum Source {
        BY_HAND,
        /** As the order in force says. */
        KEPT,
        AUTOMATIC
    }

    /** @param version of the choice by hand, 0 without one */
    public record Proposed(Assignment assignment, Source source, int version) {}

    private final Map<Long, Coach> coaches;
    private final Map<Long, Driver> drivers;
    private final Map<String, List<Coach>> byPool;
    private final Map<String, List<Driver>> byOperator;
    private final Map<Long, List<Work>> ofCoach = new HashMap<>();
    private final Map<Long, List<Work>> ofDriver = new HashMap<>();
    private final Map<String, Proposed> proposed = new HashMap<>();
    private final Map<String, ChosenAssignment> byHand;

    private AssignmentProposal(
            Map<String, ChosenAssignment> byHand, Collection<Coach> coaches, Collection<Driver> drivers) {
        this.byHand = byHand;
        this.coaches = coaches.stream().collect(Collectors.toMap(Coach::id, Function.identity()));
        this.drivers = drivers.stream().collect(Collectors.toMap(Driver::id, Function.identity()));
        this.byPool = coaches.stream()
                .filter(Coach::ready)
                .sorted(Comparator.comparing(Coach::id))
                .collect(Collectors.groupingBy(Coach::poolId));
        this.byOperator = drivers.stream()
                .filter(Driver::ready)
                .sorted(Comparator.comparing(Driver::id))
                .collect(Collectors.groupingBy(Driver::operator));
    }

    /** Who drives what, by trip. */
    public static Map<String, Assignment> assignments(Map<String, Proposed> proposed) {
        Map<String, Assignment> assignments = new HashMap<>();
        proposed.forEach((trip, one) -> assignments.put(trip, one.assignment()));
        return assignments;
    }

    /**
     * @param byHand by trip
     * @return in the order of the trips
     */
    public static Map<String, Proposed> of(
            OrderSuccession succession,
            Map<String, ChosenAssignment> byHand,
            Collection<Coach> coaches,
            Collection<Driver> drivers) {
        AssignmentProposal proposal = new AssignmentProposal(byHand, coaches, drivers);
        succession.others().forEach(proposal::commit);
        List<OrderSuccession.Trip> open = new ArrayList<>();
        for (OrderSuccession.Trip trip : succession.trips()) {
            ChosenAssignment chosen = byHand.get(trip.id());
            if (chosen == null || saidSince(trip.before(), chosen)) {
                open.add(trip);
            } else {
                Assignment assignment = proposal.assignment(chosen.coachId(), chosen.driverIds());
                proposal.commit(trip, assignment, Source.BY_HAND);
            }
        }
        List<OrderSuccession.Trip> fresh =
                open.stream().filter(trip -> !proposal.keep(trip)).toList();
        fresh.forEach(proposal::assign);
        Map<String, Proposed> inOrder = new LinkedHashMap<>();
        succession.trips().forEach(trip -> inOrder.put(trip.id(), proposal.proposed.get(trip.id())));
        return inOrder;
    }

    /** The order was issued after the choice: it holds the choice, or who took their place since (换车换人). */
    private static boolean saidSince(TripOrder before, ChosenAssignment chosen) {
        return before != null && !before.issuedAt().isBefore(chosen.at());
    }

    private Assignment assignment(Long coachId, List<Long> driverIds) {
        return new Assignment(
                coachId == null ? null : coaches.get(coachId),
                driverIds.stream().map(drivers::get).filter(Objects::nonNull).toList());
    }

    private void commit(TripOrder order) {
        OrderContent content = order.content();
        Work work = content.work(order.number(), content.drivers().size());
        if (content.coach() != null) {
            works(ofCoach, content.coach().id()).add(work);
        }
        content.drivers().forEach(driver -> works(ofDriver, driver.id()).add(work));
    }

    private void commit(OrderSuccession.Trip trip, Assignment assignment, Source source) {
        Work work = trip.content().work(trip.id(), assignment.drivers().size());
        if (assignment.coach() != null) {
            works(ofCoach, assignment.coach().id()).add(work);
        }
        assignment.drivers().forEach(driver -> works(ofDriver, driver.id()).add(work));
        ChosenAssignment chosen = byHand.get(trip.id());
        proposed.put(trip.id(), new Proposed(assignment, source, chosen == null ? 0 : chosen.version()));
    }

    /** Coach and drivers of the order in force, if every one of them can still drive the trip as it is now. */
    private boolean keep(OrderSuccession.Trip trip) {
        if (trip.before() == null || !trip.before().complete()) {
            return false;
        }
        OrderContent said = trip.before().content();
        Assignment assignment = assignment(
                said.coach().id(),
                said.drivers().stream().map(OrderContent.DriverPapers::id).toList());
        Coach coach = assignment.coach();
        Work work = trip.content().work(trip.id(), assignment.drivers().size());
        boolean holds = coach != null
                && coach.ready()
                && fits(coach, assignment.drivers().size(), trip.content())
                && free(works(ofCoach, coach.id()), work)
                && assignment.drivers().size() >= trip.content().driversNeeded()
                && assignment.drivers().stream().allMatch(driver -> driver.ready() && canDrive(driver, work));
        if (holds) {
            commit(trip, assignment, Source.KEPT);
        }
        return holds;
    }

    private void assign(OrderSuccession.Trip trip) {
        OrderContent content = trip.content();
        Work work = content.work(trip.id(), content.driversNeeded());
        // the coach that came home last: the others stay free for longer
        Coach coach = byPool.getOrDefault(content.poolId(), List.of()).stream()
                .filter(one -> fits(one, content.driversNeeded(), content) && free(works(ofCoach, one.id()), work))
                .max(Comparator.comparing(one -> works(ofCoach, one.id()).stream()
                        .filter(other -> !other.until().isAfter(work.from()))
                        .mapToLong(other -> other.until().getEpochSecond())
                        .max()
                        .orElse(Long.MIN_VALUE)))
                .orElse(null);
        // fewer drivers have longer to drive: where there are too few, only so many as can do it
        List<Driver> chosen = List.of();
        for (int count = content.driversNeeded(); count > 0 && chosen.isEmpty(); count--) {
            List<Driver> found = drivers(content, trip.id(), count);
            chosen = found.size() == count ? found : List.of();
        }
        commit(trip, new Assignment(coach, chosen), Source.AUTOMATIC);
    }

    /** Those who drive least, so that work is shared out; fewer where there are no more. */
    private List<Driver> drivers(OrderContent content, String key, int count) {
        Work work = content.work(key, count);
        return byOperator.getOrDefault(content.operator(), List.of()).stream()
                .filter(one -> canDrive(one, work))
                .sorted(Comparator.comparing(one -> load(works(ofDriver, one.id()))))
                .limit(count)
                .toList();
    }

    private static boolean fits(Coach coach, int drivers, OrderContent trip) {
        return OrderRider.mostAboard(trip.riders()) <= coach.approvedSeats() - drivers;
    }

    private static boolean free(List<Work> works, Work work) {
        return works.stream().noneMatch(work::overlaps);
    }

    private boolean canDrive(Driver driver, Work work) {
        List<Work> works = works(ofDriver, driver.id());
        if (!free(works, work)) {
            return false;
        }
        List<Work> with = new ArrayList<>(works);
        with.add(work);
        return !DrivingTime.tooMuchInADay(work, with) && !DrivingTime.tooMuchInAWeek(work, with);
    }

    private static long load(List<Work> works) {
        return works.stream()
                .mapToLong(work -> work.drives().stream()
                                .mapToLong(drive -> drive.to().getEpochSecond()
                                        - drive.from().getEpochSecond())
                                .sum()
                        / work.drivers())
                .sum();
    }

    private static List<Work> works(Map<Long, List<Work>> works, long id) {
        return works.computeIfAbsent(id, key -> new ArrayList<>());
    }
}
