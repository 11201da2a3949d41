package io.chunfeng.dispatch;

import io.chunfeng.capacity.Coach;
import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Driver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Every rule of {@link AssignmentRule}, over the trips to be ordered and the orders that stay in force beside them. Pure. */
public final class AssignmentCheck {
    private final Map<String, String> operators;
    private final Map<Long, List<Work>> ofCoach = new HashMap<>();
    private final Map<Long, List<Work>> ofDriver = new HashMap<>();
    private final List<AssignmentFinding> findings = new ArrayList<>();

    private AssignmentCheck(Collection<CoachPool> pools) {
        this.operators =
                pools.stream().collect(Collectors.toMap(CoachPool::id, CoachPool::operator, (first, same) -> first));
    }

    /**
     * @param trips in whose order the findings come
     * @param beside orders in force that these trips do not replace
     * @param pools of today, for the operators of the coaches
     */
    public static List<AssignmentFinding> check(
            List<AssignedTrip> trips, Collection<TripOrder> beside, Collection<CoachPool> pools) {
        AssignmentCheck check = new AssignmentCheck(pools);
        beside.forEach(check::add);
        trips.forEach(check::add);
        trips.forEach(check::check);
        return List.copyOf(check.findings);
    }

    private void add(TripOrder order) {
        OrderContent content = order.content();
        Work work = content.work(order.number(), content.drivers().size());
        if (content.coach() != null) {
            add(ofCoach, content.coach().id(), work);
        }
        content.drivers().forEach(driver -> add(ofDriver, driver.id(), work));
    }

    private void add(AssignedTrip trip) {
        Work work = trip.work();
        if (trip.assignment().coach() != null) {
            add(ofCoach, trip.assignment().coach().id(), work);
        }
        trip.assignment().drivers().stream().map(Driver::id).distinct().forEach(id -> add(ofDriver, id, work));
    }

    private static void add(Map<Long, List<Work>> works, long id, Work work) {
        works.computeIfAbsent(id, key -> new ArrayList<>()).add(work);
    }

    private void check(AssignedTrip trip) {
        Coach coach = trip.assignment().coach();
        List<Driver> drivers = trip.assignment().drivers();
        int needed = trip.trip().driversNeeded();
        if (coach == null) {
            find(trip, AssignmentRule.COACH_MISSING);
        } else {
            check(trip, coach);
        }
        if (drivers.size() < needed) {
            find(trip, AssignmentRule.DRIVERS_MISSING, String.valueOf(drivers.size()), String.valueOf(needed));
        }
        Set<Long> seen = new HashSet<>();
        for (Driver driver : drivers) {
            if (seen.add(driver.id())) {
                check(trip, driver);
            } else {
                find(trip, AssignmentRule.DRIVER_TWICE, driver.name(), trip.key());
            }
        }
    }

    private void check(AssignedTrip trip, Coach coach) {
        if (!coach.ready()) {
            find(trip, AssignmentRule.COACH_NOT_READY, coach.plate());
        }
        String operator = operators.getOrDefault(coach.poolId(), "");
        if (!coach.poolId().equals(trip.trip().poolId())
                && !operator.equals(trip.trip().operator())) {
            find(trip, AssignmentRule.COACH_OF_OTHER, coach.plate(), trip.trip().operator());
        }
        int seats = coach.approvedSeats() - trip.assignment().drivers().size();
        int people = OrderRider.mostAboard(trip.trip().riders());
        if (people > seats) {
            find(trip, AssignmentRule.TOO_FEW_SEATS, coach.plate(), String.valueOf(seats), String.valueOf(people));
        }
        overlapping(trip, ofCoach.get(coach.id()))
                .forEach(other -> find(trip, AssignmentRule.COACH_TWICE, coach.plate(), other.key()));
    }

    private void check(AssignedTrip trip, Driver driver) {
        if (!driver.ready()) {
            find(trip, AssignmentRule.DRIVER_NOT_READY, driver.name());
        }
        if (!driver.operator().equals(trip.trip().operator())) {
            find(
                    trip,
                    AssignmentRule.DRIVER_OF_OTHER,
                    driver.name(),
                    trip.trip().operator());
        }
        List<Work> works = ofDriver.get(driver.id());
        overlapping(trip, works).forEach(other -> find(trip, AssignmentRule.DRIVER_TWICE, driver.name(), other.key()));
        Work own = trip.work();
        if (DrivingTime.tooMuchInADay(own, works)) {
            find(trip, AssignmentRule.HOURS_24, driver.name(), hours(own, works, DrivingTime.DAY));
        }
        if (DrivingTime.tooMuchInAWeek(own, works)) {
            find(trip, AssignmentRule.HOURS_7_DAYS, driver.name(), hours(own, works, DrivingTime.WEEK));
        }
    }

    private static List<Work> overlapping(AssignedTrip trip, List<Work> works) {
        Work own = trip.work();
        return works.stream()
                .filter(work -> !work.key().equals(own.key()) && work.overlaps(own))
                .toList();
    }

    private static String hours(Work own, List<Work> works, Duration window) {
        long minutes = Math.floorDiv(DrivingTime.mostSeconds(own, works, window) + 59, 60L);
        return String.format("%d:%02d", minutes / 60, minutes % 60);
    }

    private void find(AssignedTrip trip, AssignmentRule rule, String... figures) {
        findings.add(new AssignmentFinding(trip.key(), rule, List.of(figures)));
    }
}
