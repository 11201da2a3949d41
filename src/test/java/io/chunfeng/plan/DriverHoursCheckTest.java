package io.chunfeng.plan;

import static io.chunfeng.plan.Tiny.EIGHT;
import static io.chunfeng.plan.Tiny.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** H06 to H09: on the edge, one second or metre past it, and where a naive reading is wrong. */
class DriverHoursCheckTest {
    private final Tiny tiny = new Tiny().group("g", "A", "W", 5);

    private List<Rule> broken(Tiny.Trip trip) {
        trip.add();
        tiny.ride("g", 5, trip.leg(0, 1));
        return tiny.broken();
    }

    @Test
    void h06FourHoursAreAdmitted() {
        tiny.road("A", "W", 300_000, 13_800);
        assertThat(broken(tiny.direct("c", EIGHT))).isEmpty(); // 600 s empty + 13,800 s
    }

    @Test
    void h06TheEmptyDriveCounts() {
        tiny.road("A", "W", 300_000, 13_801);
        assertThat(broken(tiny.direct("c", EIGHT))).containsExactly(Rule.H06);
    }

    @Test
    void h06StopAndRestTogetherAreOneStandstill() {
        assertThat(broken(tiny.direct("c", EIGHT))).isEmpty(); // 900 s + 300 s
    }

    @Test
    void h06ARestOfOneSecondLessIsNone() {
        assertThat(broken(tiny.trip("c", 1, EIGHT)
                        .drive("A")
                        .stop()
                        .drive("W")
                        .stop()
                        .rest(299)
                        .home()))
                .containsExactly(Rule.H06);
    }

    @Test
    void h06TwoShortRestsWithADriveBetweenAreNone() {
        tiny.road("A", "W", 300_000, 14_000);
        assertThat(broken(tiny.trip("c", 1, EIGHT)
                        .drive("A")
                        .stop()
                        .driveWithRest("W", 7000, 600)
                        .stop()
                        .rest(300)
                        .home()))
                .containsExactly(Rule.H06);
    }

    @Test
    void h06AFullRestStartsAgain() {
        tiny.road("A", "W", 300_000, 14_000);
        assertThat(broken(tiny.trip("c", 1, EIGHT)
                        .drive("A")
                        .stop()
                        .driveWithRest("W", 7000, 1200)
                        .stop()
                        .rest(300)
                        .home()))
                .isEmpty();
    }

    @Test
    void h06TheNightCountsWhatWasDrivenBeforeIt() {
        // 600 s + 10,800 s without rest: at 22:00 more than two hours have been driven already
        Instant reachesWorkplace = at("2024-02-17T22:00:00+08:00");
        Instant start = reachesWorkplace.minusSeconds(600 + 900 + 10_800);
        Tiny.Trip edge = tiny.trip("c", 2, start)
                .drive("A")
                .stop()
                .drive("W")
                .stop()
                .rest(30_000)
                .home();
        assertThat(broken(edge)).isEmpty();
        tiny.trips.clear();
        tiny.journeys.clear();
        Tiny.Trip over = tiny.trip("c", 2, start.plusSeconds(1))
                .drive("A")
                .stop()
                .drive("W")
                .stop()
                .rest(30_000)
                .home();
        assertThat(broken(over)).containsExactly(Rule.H06);
    }

    @Test
    void h06TwoHoursAtNight() {
        tiny.road("A", "W", 150_000, 6600).road("D", "W", 150_000, 7200);
        Instant night = at("2024-02-17T22:30:00+08:00");
        assertThat(broken(tiny.trip("c", 1, night)
                        .drive("A")
                        .stop()
                        .drive("W")
                        .stop()
                        .rest(36_000)
                        .home()))
                .isEmpty(); // 600 s + 6,600 s
        tiny.trips.clear();
        tiny.journeys.clear();
        tiny.road("A", "W", 150_000, 6601);
        assertThat(broken(tiny.trip("c", 1, night)
                        .drive("A")
                        .stop()
                        .drive("W")
                        .stop()
                        .rest(36_000)
                        .home()))
                .containsExactly(Rule.H06);
    }

    @Test
    void h06TheNightEndsAtSix() {
        tiny.road("A", "W", 150_000, 7000).road("D", "W", 150_000, 7200);
        // 600 s + 7,000 s of driving, the last 100 s of the first 7,200 s before six o'clock
        Instant start = at("2024-02-17T06:00:00+08:00").minusSeconds(600 + 900 + 6600);
        assertThat(broken(tiny.trip("c", 1, start)
                        .drive("A")
                        .stop()
                        .drive("W")
                        .stop()
                        .rest(300)
                        .home()))
                .isEmpty();
    }

    @Test
    void h07EightHoursADriver() {
        tiny.road("A", "W", 300_000, 13_800).road("D", "W", 300_000, 14_400);
        assertThat(broken(tiny.direct("c", EIGHT))).isEmpty(); // 600 + 13,800 + 14,400 = 28,800 s
    }

    @Test
    void h07OneSecondMore() {
        tiny.road("A", "W", 300_000, 13_800).road("D", "W", 300_000, 14_401);
        assertThat(broken(tiny.direct("c", EIGHT))).contains(Rule.H07);
        tiny.trips.clear();
        tiny.journeys.clear();
        tiny.road("D", "W", 300_000, 14_400).road("D", "A", 10_000, 601).road("A", "W", 300_000, 13_799);
        assertThat(broken(tiny.direct("c", EIGHT))).isEmpty();
    }

    @Test
    void h07TheWindowSlidesOverMidnight() {
        tiny.road("A", "W", 150_000, 13_000).road("D", "W", 150_000, 13_000).road("D", "A", 10_000, 1000);
        // away in the afternoon, back the next morning: less than 8 h on either date, 27,000 s within 24 h
        Instant start = at("2024-02-17T15:00:00+08:00");
        Tiny.Trip back = tiny.trip("c", 1, start)
                .drive("A")
                .stop()
                .drive("W")
                .stop()
                .rest(50_000)
                .home();
        assertThat(broken(back)).isEmpty();
        tiny.trips.clear();
        tiny.journeys.clear();
        tiny.road("A", "W", 150_000, 13_400).road("D", "W", 150_000, 14_401);
        Tiny.Trip longer = tiny.trip("c", 1, start)
                .drive("A")
                .stop()
                .drive("W")
                .stop()
                .rest(50_000)
                .driveWithRest("D", 7000, 1200);
        assertThat(broken(longer)).containsExactly(Rule.H07); // 1,000 + 13,400 + 14,401 = 28,801 s
    }

    @Test
    void h07MoreThanADayLaterTheHoursAreFresh() {
        tiny.road("A", "W", 150_000, 13_400).road("D", "W", 150_000, 14_000).road("D", "A", 10_000, 1000);
        Tiny.Trip trip = tiny.trip("c", 1, EIGHT)
                .drive("A")
                .stop()
                .drive("W")
                .stop()
                .rest(86_400)
                .home();
        assertThat(broken(trip)).isEmpty();
    }

    @Test
    void h07NumberOfDrivers() {
        assertThat(broken(tiny.trip("c", 3, EIGHT)
                        .drive("A")
                        .stop()
                        .drive("W")
                        .stop()
                        .rest(300)
                        .home()))
                .isEmpty();
        tiny.trips.clear();
        tiny.journeys.clear();
        assertThat(broken(tiny.trip("c", 4, EIGHT)
                        .drive("A")
                        .stop()
                        .drive("W")
                        .stop()
                        .rest(300)
                        .home()))
                .containsExactly(Rule.H07);
        tiny.withoutDriverHours();
        assertThat(tiny.broken()).containsExactly(Rule.H07);
    }

    @Test
    void h08SecondDriverFrom400Km() {
        tiny.road("A", "W", 399_999, 10_800);
        assertThat(broken(tiny.direct("c", EIGHT))).isEmpty();
        tiny.trips.clear();
        tiny.journeys.clear();
        tiny.road("A", "W", 400_000, 10_800);
        assertThat(broken(tiny.direct("c", EIGHT))).containsExactly(Rule.H08);
    }

    @Test
    void h08NineTenthsExpresswayIsExpressway() {
        tiny.road("A", "W", 599_999, 10_800).expressway("A", "W", 0.9);
        assertThat(broken(tiny.direct("c", EIGHT))).isEmpty();
        tiny.expressway("A", "W", 0.8999);
        assertThat(tiny.broken()).containsExactly(Rule.H08);
        tiny.trips.clear();
        tiny.journeys.clear();
        tiny.road("A", "W", 600_000, 10_800).expressway("A", "W", 1);
        assertThat(broken(tiny.direct("c", EIGHT))).containsExactly(Rule.H08);
    }

    @Test
    void h08TheEmptyWayDoesNotCount() {
        tiny.road("D", "W", 500_000, 10_800);
        assertThat(broken(tiny.direct("c", EIGHT))).isEmpty();
    }

    @Test
    void h09UntilTwoAndFromFive() {
        tiny.road("A", "W", 300_000, 5400).road("D", "W", 300_000, 5400);
        Instant two = at("2024-02-18T02:00:00+08:00");
        Tiny.Trip trip = tiny.trip("c", 1, two.minusSeconds(600 + 900 + 5400))
                .drive("A")
                .stop()
                .drive("W")
                .stop()
                .rest(9900)
                .home();
        assertThat(broken(trip)).isEmpty(); // stands from 02:00 to 05:00
        tiny.trips.clear();
        tiny.journeys.clear();
        Tiny.Trip later = tiny.trip("c", 1, two.minusSeconds(600 + 900 + 5399))
                .drive("A")
                .stop()
                .drive("W")
                .stop()
                .rest(9899)
                .home();
        assertThat(broken(later)).containsExactly(Rule.H09);
        tiny.trips.clear();
        tiny.journeys.clear();
        Tiny.Trip earlier = tiny.trip("c", 1, two.minusSeconds(600 + 900 + 5400))
                .drive("A")
                .stop()
                .drive("W")
                .stop()
                .rest(9899)
                .home();
        assertThat(broken(earlier)).containsExactly(Rule.H09);
    }

    @Test
    void h09ShuttlesUpTo200KmAreExempt() {
        Instant night = at("2024-02-18T01:00:00+08:00");
        tiny.road("A", "W", 200_000, 5400).road("D", "W", 300_000, 5400);
        assertThat(broken(tiny.trip("c", 1, night)
                        .drive("A")
                        .stop()
                        .drive("W")
                        .stop()
                        .rest(300)
                        .home()))
                .isEmpty(); // the empty way is longer, but only the loaded one counts
        tiny.trips.clear();
        tiny.journeys.clear();
        tiny.road("A", "W", 200_001, 5400);
        assertThat(broken(tiny.trip("c", 1, night)
                        .drive("A")
                        .stop()
                        .drive("W")
                        .stop()
                        .rest(300)
                        .home()))
                .containsExactly(Rule.H09);
    }

    @Test
    void withoutDriverHoursNoneApplies() {
        tiny.withoutDriverHours().road("A", "W", 900_000, 60_000);
        assertThat(broken(tiny.trip("c", 1, EIGHT)
                        .drive("A")
                        .stop()
                        .drive("W")
                        .stop()
                        .home()))
                .isEmpty();
    }
}
