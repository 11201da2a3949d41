package io.chunfeng.dispatch;

import io.chunfeng.capacity.Coach;
import io.chunfeng.capacity.Driver;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a 派车单 says: complete in itself, so that it stays what it was whatever becomes of plan and registers.
 *
 * @param homePrefecture 车籍所在地 of the pool, four digits
 * @param driversNeeded by the plan
 * @param coach null where none is assigned
 */
public record OrderContent(
        String poolId,
        String operator,
        String homePrefecture,
        int driversNeeded,
        List<OrderStep> steps,
        List<OrderRider> riders,
        CoachPapers coach,
        List<DriverPapers> drivers) {

    /** Of the register as it was when the order was issued. */
    public record CoachPapers(long id, String plate, int approvedSeats, String permit) {
        static CoachPapers of(Coach coach) {
            return coach == null
                    ? null
                    : new CoachPapers(coach.id(), coach.plate(), coach.approvedSeats(), coach.permit());
        }
    }

    /** Of the register as it was when the order was issued. */
    public record DriverPapers(long id, String name, String phone, String licence) {
        static DriverPapers of(Driver driver) {
            return new DriverPapers(driver.id(), driver.name(), driver.phone(), driver.licence());
        }
    }

    public OrderContent {
        steps = List.copyOf(steps);
        riders = List.copyOf(riders);
        drivers = List.copyOf(drivers);
    }

    OrderContent with(Assignment assigned) {
        return new OrderContent(
                poolId,
                operator,
                homePrefecture,
                driversNeeded,
                steps,
                riders,
                CoachPapers.of(assigned.coach()),
                assigned.drivers().stream().map(DriverPapers::of).toList());
    }

    OrderContent withRiders(List<OrderRider> changed) {
        return new OrderContent(poolId, operator, homePrefecture, driversNeeded, steps, changed, coach, drivers);
    }

    /** The same trip with the same people, whoever drives it. */
    boolean sameTrip(OrderContent other) {
        return poolId.equals(other.poolId)
                && driversNeeded == other.driversNeeded
                && steps.equals(other.steps)
                && riders.equals(other.riders);
    }

    /** Leaves the depot. */
    public Instant busyFrom() {
        return steps.get(0).from();
    }

    /** Is back at the depot. */
    public Instant busyUntil() {
        return steps.get(steps.size() - 1).to();
    }

    public int persons() {
        return riders.stream().mapToInt(OrderRider::persons).sum();
    }

    public Set<String> groups() {
        Set<String> groups = new TreeSet<>();
        riders.forEach(rider -> groups.add(rider.groupId()));
        return groups;
    }

    public long drivenSeconds() {
        return steps.stream()
                .filter(step -> step.kind().driving())
                .mapToLong(OrderStep::seconds)
                .sum();
    }

    public long metres(boolean loaded) {
        return steps.stream()
                .filter(step -> step.kind() == (loaded ? OrderStep.Kind.DRIVE : OrderStep.Kind.EMPTY))
                .mapToLong(OrderStep::metres)
                .sum();
    }

    /** 起点: where the first people board. */
    public String origin() {
        return riders.get(0).boardPlace();
    }

    /** 终点: where the last people alight. */
    public String destination() {
        return riders.stream()
                .max((a, b) -> a.alightAt().compareTo(b.alightAt()))
                .map(OrderRider::alightPlace)
                .orElseThrow();
    }

    /** Work of a driver or coach, driving shared among so many. */
    Work work(String key, int driving) {
        return new Work(
                key,
                busyFrom(),
                busyUntil(),
                Math.max(1, driving),
                steps.stream()
                        .filter(step -> step.kind().driving())
                        .map(step -> new Work.Span(step.from(), step.to()))
                        .toList());
    }
}
