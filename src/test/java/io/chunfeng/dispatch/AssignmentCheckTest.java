package io.chunfeng.dispatch;

import static io.chunfeng.dispatch.Ordered.coach;
import static io.chunfeng.dispatch.Ordered.driver;
import static io.chunfeng.dispatch.Ordered.order;
import static io.chunfeng.dispatch.Ordered.trip;
import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.capacity.Coach;
import io.chunfeng.capacity.Driver;
import io.chunfeng.capacity.FleetState;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssignmentCheckTest {
    private static AssignedTrip assigned(String id, OrderContent trip, Coach coach, Driver... drivers) {
        return new AssignedTrip(id, trip, new Assignment(coach, List.of(drivers)));
    }

    private static List<AssignmentRule> rules(List<TripOrder> beside, AssignedTrip... trips) {
        return AssignmentCheck.check(List.of(trips), beside, List.of(Ordered.POOL, Ordered.FOREIGN)).stream()
                .map(AssignmentFinding::rule)
                .toList();
    }

    @Test
    void completeTripHasNothingToPutRight() {
        assertThat(rules(List.of(), assigned("C1", trip(6, 12, 1, 44, "g"), coach(1), driver(1))))
                .isEmpty();
    }

    @Test
    void missingCoachAndDriversAreToldApart() {
        assertThat(rules(List.of(), assigned("C1", trip(6, 12, 2, 40, "g"), null, driver(1))))
                .containsExactly(AssignmentRule.COACH_MISSING, AssignmentRule.DRIVERS_MISSING);
    }

    @Test
    void coachAndDriverAreFreeAgainTheMomentTheyAreBackAndNotASecondBefore() {
        AssignedTrip first = assigned("C1", trip(6, 8, 1, 40, "g"), coach(1), driver(1));
        assertThat(rules(List.of(), first, assigned("C2", trip(8, 10, 1, 40, "h"), coach(1), driver(1))))
                .isEmpty();
        double oneSecondBefore = 8 - 1.0 / 3600;
        assertThat(rules(List.of(), first, assigned("C2", trip(oneSecondBefore, 10, 1, 40, "h"), coach(1), driver(1))))
                .containsExactly(
                        AssignmentRule.COACH_TWICE,
                        AssignmentRule.DRIVER_TWICE,
                        AssignmentRule.COACH_TWICE,
                        AssignmentRule.DRIVER_TWICE);
    }

    @Test
    void ordersInForceOfOtherPublicationsCount() {
        TripOrder other =
                order("2024-0001-C9", "C9", trip(4, 9, 1, 40, "x").with(new Assignment(coach(1), List.of(driver(1)))));
        List<AssignmentFinding> findings = AssignmentCheck.check(
                List.of(assigned("C1", trip(8, 12, 1, 40, "g"), coach(1), driver(2))),
                List.of(other),
                List.of(Ordered.POOL));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(AssignmentRule.COACH_TWICE);
            assertThat(finding.figures()).containsExactly("晋A00001", "2024-0001-C9");
        });
        assertThat(rules(List.of(other), assigned("C1", trip(9, 13, 1, 40, "g"), coach(2), driver(1))))
                .as("nine hours in a day over two publications")
                .containsExactly(AssignmentRule.HOURS_24);
    }

    @Test
    void oneDriverTwiceOnATripIsOneDriver() {
        assertThat(rules(List.of(), assigned("C1", trip(0, 8, 2, 40, "g"), coach(1), driver(1), driver(1))))
                .containsExactly(AssignmentRule.DRIVER_TWICE);
    }

    @Test
    void driversSitInTheCoachToo() {
        assertThat(rules(List.of(), assigned("C1", trip(0, 8, 2, 43, "g"), coach(1), driver(1), driver(2))))
                .isEmpty();
        assertThat(rules(List.of(), assigned("C1", trip(0, 8, 2, 44, "g"), coach(1), driver(1), driver(2))))
                .containsExactly(AssignmentRule.TOO_FEW_SEATS);
    }

    @Test
    void seatsAreCountedByWhoSitsInThemAtOnce() {
        OrderContent whole = trip(0, 8, 1, 44, "g");
        OrderContent changing = whole.withRiders(List.of(
                new OrderRider("g", "140105", 44, "a", Ordered.at(0), Ordered.at(0), "m", Ordered.at(4)),
                new OrderRider("h", "140105", 44, "m", Ordered.at(4), Ordered.at(4), "b", Ordered.at(8))));
        assertThat(rules(List.of(), assigned("C1", changing, coach(1), driver(1))))
                .isEmpty();
    }

    @Test
    void onlyTheOperatorsOwn() {
        Coach foreignCoach = coach(2, "q45", 45, FleetState.READY);
        Driver foreignDriver = driver(2, "别家公司", FleetState.READY);
        assertThat(rules(List.of(), assigned("C1", trip(0, 8, 1, 40, "g"), foreignCoach, foreignDriver)))
                .containsExactly(AssignmentRule.COACH_OF_OTHER, AssignmentRule.DRIVER_OF_OTHER);
    }

    @Test
    void whoIsAwayIsNotSent() {
        assertThat(rules(
                        List.of(),
                        assigned(
                                "C1",
                                trip(0, 8, 1, 40, "g"),
                                coach(2, "p45", 45, FleetState.AWAY),
                                driver(2, Ordered.OPERATOR, FleetState.WITHDRAWN))))
                .containsExactly(AssignmentRule.COACH_NOT_READY, AssignmentRule.DRIVER_NOT_READY);
    }
}
