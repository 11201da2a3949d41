package io.chunfeng.plan;

import static io.chunfeng.plan.Tiny.EIGHT;
import static io.chunfeng.plan.Tiny.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.demand.Mode;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** H01, H04, H05, H10, H12 and H16 of coaches: on the edge, one past it, and where a naive reading is wrong. */
class CoachRulesTest {
    private final Tiny tiny = new Tiny();

    private Tiny.Trip direct(int persons, int wheelchairs) {
        tiny.group("g", "A", "W", persons, wheelchairs, 1, EnumSet.allOf(Mode.class));
        Tiny.Trip trip = tiny.direct("c", EIGHT).add();
        tiny.ride("g", persons, wheelchairs, trip.leg(0, 1));
        return trip;
    }

    @Test
    void h01SeatsLessDriverAreSold() {
        direct(9, 1);
        assertThat(tiny.broken()).isEmpty();
    }

    @Test
    void h01TheDriversSeatIsNotSold() {
        direct(10, 0);
        assertThat(tiny.broken()).containsExactly(Rule.H01);
    }

    @Test
    void h01WheelchairSpaces() {
        direct(9, 2);
        assertThat(tiny.broken()).containsExactly(Rule.H01);
    }

    @Test
    void h01SeatsFreedAtOneStopDoNotHelpBeforeIt() {
        tiny.withoutDriverHours().group("g", "A", "W", 6).group("h", "B", "W", 4);
        Tiny.Trip trip = tiny.trip("c", 1, EIGHT)
                .drive("A")
                .stop()
                .drive("B")
                .stop()
                .drive("W")
                .stop()
                .home()
                .add();
        tiny.ride("g", 6, trip.leg(0, 2)).ride("h", 4, trip.leg(1, 2));
        assertThat(tiny.broken()).containsExactly(Rule.H01);
    }

    @Test
    void h04BackAtTheMomentTheOtherLeaves() {
        tiny.group("g", "A", "W", 18);
        Tiny.Trip one = tiny.direct("c1", EIGHT).add();
        Tiny.Trip two = tiny.direct("c2", one.trip().busyUntil()).add();
        tiny.ride("g", 9, one.leg(0, 1)).ride("g", 9, two.leg(0, 1));
        assertThat(tiny.broken()).isEmpty();
    }

    @Test
    void h04OneSecondTooEarly() {
        tiny.group("g", "A", "W", 18);
        Tiny.Trip one = tiny.direct("c1", EIGHT).add();
        Tiny.Trip two =
                tiny.direct("c2", one.trip().busyUntil().minusSeconds(1)).add();
        tiny.ride("g", 9, one.leg(0, 1)).ride("g", 9, two.leg(0, 1));
        assertThat(tiny.broken()).containsExactly(Rule.H04);
        tiny.count = 2;
        assertThat(tiny.broken()).isEmpty();
    }

    @Test
    void h04TheEmptyWayBackIsBusyToo() {
        Tiny.Trip trip = direct(5, 0);
        tiny.availableUntil = trip.trip().busyUntil();
        assertThat(tiny.broken()).isEmpty();
        tiny.availableUntil = trip.trip().busyUntil().minusSeconds(1);
        assertThat(tiny.broken()).containsExactly(Rule.H04);
        tiny.availableUntil = trip.trip().busyUntil();
        tiny.availableFrom = EIGHT.plusSeconds(1);
        assertThat(tiny.broken()).containsExactly(Rule.H04);
    }

    @Test
    void h05StopSeconds() {
        tiny.group("g", "A", "W", 5);
        Tiny.Trip trip = tiny.trip("c", 1, EIGHT)
                .drive("A")
                .stop(899)
                .drive("W")
                .stop()
                .rest(300)
                .home()
                .add();
        tiny.ride("g", 5, trip.leg(0, 1));
        assertThat(tiny.broken()).containsExactly(Rule.H05);
    }

    @Test
    void h05NobodyRides() {
        tiny.group("g", "A", "W", 5).leave("g", 5, 0);
        tiny.direct("c", EIGHT).add();
        assertThat(tiny.broken()).containsExactly(Rule.H05);
    }

    @Test
    void h05NobodyBoardsAtAStop() {
        tiny.withoutDriverHours().group("g", "A", "W", 5);
        Tiny.Trip trip = tiny.trip("c", 1, EIGHT)
                .drive("A")
                .stop()
                .drive("B")
                .stop()
                .drive("W")
                .stop()
                .home()
                .add();
        tiny.ride("g", 5, trip.leg(0, 2));
        assertThat(tiny.broken()).containsExactly(Rule.H05);
    }

    @Test
    void h05BoardingAfterAlighting() {
        tiny.withoutDriverHours().group("g", "A", "W", 5).group("h", "W", "B", 5);
        Tiny.Trip trip = tiny.trip("c", 1, EIGHT)
                .drive("A")
                .stop()
                .drive("W")
                .stop()
                .drive("B")
                .stop()
                .home()
                .add();
        tiny.ride("g", 5, trip.leg(0, 1)).ride("h", 5, trip.leg(1, 2));
        assertThat(tiny.broken()).containsExactly(Rule.H05);
    }

    @Test
    void h05MostBoardingPlaces() {
        tiny.withoutDriverHours()
                .group("g", "A", "W", 2)
                .group("h", "B", "W", 2)
                .group("i", "S", "W", 2);
        tiny.group("j", "D", "W", 2).group("k", "P", "W", 1);
        tiny.road("B", "S", 10_000, 600).road("S", "W", 300_000, 10_800).road("D", "P", 10_000, 600);
        tiny.road("P", "A", 10_000, 600).road("P", "W", 300_000, 10_800);
        Tiny.Trip four = tiny.trip("c", 1, EIGHT)
                .stop()
                .drive("A")
                .stop()
                .drive("B")
                .stop()
                .drive("S")
                .stop()
                .drive("W")
                .stop()
                .home()
                .add();
        tiny.ride("j", 2, four.leg(0, 4)).ride("g", 2, four.leg(1, 4)).ride("h", 2, four.leg(2, 4));
        tiny.ride("i", 2, four.leg(3, 4)).leave("k", 1, 0);
        assertThat(tiny.broken()).isEmpty();

        tiny.trips.clear();
        tiny.journeys.clear();
        tiny.unserved.clear();
        Tiny.Trip five = tiny.trip("c", 1, EIGHT)
                .stop()
                .drive("P")
                .stop()
                .drive("A")
                .stop()
                .drive("B")
                .stop()
                .drive("S")
                .stop()
                .drive("W")
                .stop()
                .home()
                .add();
        tiny.ride("j", 2, five.leg(0, 5)).ride("k", 1, five.leg(1, 5)).ride("g", 2, five.leg(2, 5));
        tiny.ride("h", 2, five.leg(3, 5)).ride("i", 2, five.leg(4, 5));
        assertThat(tiny.broken()).containsExactly(Rule.H05);
    }

    @Test
    void h10BoardingAtHomeIsEnough() {
        direct(5, 0);
        assertThat(tiny.broken()).isEmpty();
    }

    @Test
    void h10ADepotAtHomeIsNotEnough() {
        tiny.home = "1501";
        direct(5, 0);
        assertThat(tiny.broken()).containsExactly(Rule.H10);
        tiny.emergency = true;
        assertThat(tiny.broken()).isEmpty();
    }

    @Test
    void h10AlightingAtHomeIsEnough() {
        tiny.home = "3101";
        direct(5, 0);
        assertThat(tiny.broken()).isEmpty();
    }

    @Test
    void h12DetourOnTheEdge() {
        // direct 10,800 s: at most 1.3 x 10,800 + 1,800 = 15,840 s
        tiny.withoutDriverHours()
                .road("A", "B", 10_000, 5040)
                .group("g", "A", "W", 5)
                .group("h", "B", "W", 1);
        Tiny.Trip trip = tiny.trip("c", 1, EIGHT)
                .drive("A")
                .stop()
                .drive("B")
                .stop()
                .drive("W")
                .stop()
                .home()
                .add();
        tiny.ride("g", 5, trip.leg(0, 2)).ride("h", 1, trip.leg(1, 2));
        assertThat(tiny.broken()).isEmpty();
    }

    @Test
    void h12OneSecondMore() {
        tiny.withoutDriverHours()
                .road("A", "B", 10_000, 5041)
                .group("g", "A", "W", 5)
                .group("h", "B", "W", 1);
        Tiny.Trip trip = tiny.trip("c", 1, EIGHT)
                .drive("A")
                .stop()
                .drive("B")
                .stop()
                .drive("W")
                .stop()
                .home()
                .add();
        tiny.ride("g", 5, trip.leg(0, 2)).ride("h", 1, trip.leg(1, 2));
        assertThat(tiny.broken()).containsExactly(Rule.H12);
    }

    @Test
    void h12RestsAreNotDriving() {
        tiny.group("g", "A", "W", 5);
        Tiny.Trip trip = tiny.trip("c", 1, EIGHT)
                .drive("A")
                .stop()
                .driveWithRest("W", 5000, 9000)
                .stop()
                .rest(300)
                .home()
                .add();
        tiny.ride("g", 5, trip.leg(0, 1));
        assertThat(tiny.broken()).isEmpty();
    }

    @Test
    void h16AMetreOrASecondTooLittle() {
        for (int[] wrong : new int[][] {{299_999, 10_800}, {300_000, 10_799}}) {
            Tiny world = new Tiny().group("g", "A", "W", 5);
            Tiny.Trip trip = world.trip("c", 1, EIGHT)
                    .drive("A")
                    .stop()
                    .drive("W", wrong[0], wrong[1])
                    .stop()
                    .rest(300)
                    .home()
                    .add();
            world.ride("g", 5, trip.leg(0, 1));
            assertThat(world.broken()).containsExactly(Rule.H16);
        }
    }

    @Test
    void h16TheOtherDirectionMayNotExist() {
        direct(5, 0);
        tiny.noRoad("W", "D");
        assertThat(tiny.broken()).containsExactly(Rule.H16);
    }

    @Test
    void h16MustComeHome() {
        tiny.group("g", "A", "W", 5);
        Tiny.Trip trip =
                tiny.trip("c", 1, EIGHT).drive("A").stop().drive("W").stop().add();
        tiny.ride("g", 5, trip.leg(0, 1));
        assertThat(tiny.broken()).containsExactly(Rule.H16);
    }

    @Test
    void h16GapsAndUnknownPlaces() {
        Tiny.Trip trip = direct(5, 0);
        Plan.CoachTrip right = tiny.trips.remove(0);
        java.util.List<Plan.Event> events = new java.util.ArrayList<>(right.events());
        events.remove(4); // the rest
        tiny.trips.add(
                new Plan.CoachTrip("c", "K", 1, right.loadedMetres(), right.emptyMetres(), events, right.costFen()));
        assertThat(tiny.broken()).contains(Rule.H16);
        assertThat(trip.trip()).isEqualTo(right);

        events.set(0, new Plan.Stop(EIGHT, EIGHT, "nowhere"));
        tiny.trips.set(0, new Plan.CoachTrip("c", "K", 1, 0, 0, events, 0));
        assertThat(tiny.broken()).contains(Rule.H16);
    }

    @Test
    void h16DepotWithoutWayToTheFirstStop() {
        tiny.withoutDriverHours().group("g", "D", "W", 5);
        Tiny.Trip trip =
                tiny.trip("c", 1, EIGHT).stop().drive("W").stop().home().add();
        tiny.ride("g", 5, trip.leg(0, 1));
        assertThat(tiny.broken()).isEmpty();
    }

    @Test
    void theLatestMomentOfAWindowIsInside() {
        Tiny.Trip trip = direct(5, 0);
        Plan.Leg leg = trip.leg(0, 1);
        tiny.window(leg.boardAt(), leg.alightAt());
        tiny.asOf = EIGHT;
        assertThat(tiny.broken()).isEmpty();
        tiny.window(leg.boardAt().plusSeconds(1), leg.alightAt());
        assertThat(tiny.broken()).containsExactly(Rule.H02);
        tiny.window(leg.boardAt(), leg.alightAt().minusSeconds(1));
        assertThat(tiny.broken()).containsExactly(Rule.H02);
    }

    @Test
    void h02TheEmptyDriveMayNotBeginBeforeAsOf() {
        direct(5, 0);
        tiny.asOf = EIGHT.plusSeconds(1);
        assertThat(tiny.broken()).containsExactly(Rule.H02);
        assertThat(at("2024-02-17T00:00:00Z")).isEqualTo(EIGHT);
    }
}
