package io.chunfeng.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.chunfeng.plan.Rules.DriverHours;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One drive from boarding stop to alighting stop unless said otherwise; the depot is where people board. */
class DutyTimelineTest {
    private static final int HOUR = 3600;
    private static final String[] PLACES = {"depot", "board", "alight", "depot"};

    private final DutyTimeline timeline = new DutyTimeline(Rules.DEFAULT);

    private static long at(int day, int hour, int minute) {
        return ZonedDateTime.of(2024, 2, day, hour, minute, 0, 0, PlanningProblem.ZONE)
                .toEpochSecond();
    }

    private List<Plan.Event> drive(DutyTimeline with, long leave, int seconds, boolean exempt, int drivers) {
        int[] metres = {0, seconds * 20, 0};
        int[] durations = {0, seconds, 0};
        long[] earliest = {Long.MIN_VALUE, Long.MIN_VALUE};
        long[] latest = {Long.MAX_VALUE, Long.MAX_VALUE};
        assertThat(with.simulate(leave - 900, metres, durations, earliest, latest, 2, exempt, drivers))
                .isTrue();
        return with.events(PLACES, metres, durations);
    }

    private List<Plan.Event> drive(long leave, int seconds) {
        return drive(timeline, leave, seconds, false, 3);
    }

    private static long rests(List<Plan.Event> events) {
        return events.stream().filter(Plan.Rest.class::isInstance).count();
    }

    private static Plan.Rest rest(List<Plan.Event> events) {
        return events.stream()
                .filter(Plan.Rest.class::isInstance)
                .map(Plan.Rest.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void h06_fourHoursByDayNeedNoRest() {
        assertThat(rests(drive(at(17, 8, 0), 4 * HOUR))).isZero();
    }

    @Test
    void h06_oneSecondMoreByDayNeedsTwentyMinutes() {
        List<Plan.Event> events = drive(at(17, 8, 0), 4 * HOUR + 1);

        assertThat(rest(events).seconds()).isEqualTo(1200);
        assertThat(rest(events).from()).isEqualTo(Instant.ofEpochSecond(at(17, 12, 0)));
    }

    @Test
    void h06_twoHoursByNightNeedNoRest() {
        assertThat(rests(drive(at(17, 22, 0), 2 * HOUR))).isZero();
    }

    @Test
    void h06_oneSecondMoreByNightNeedsARest() {
        assertThat(rest(drive(at(17, 22, 0), 2 * HOUR + 1)).from()).isEqualTo(Instant.ofEpochSecond(at(18, 0, 0)));
    }

    @Test
    void h06_whoHasDrivenTwoHoursRestsWhenTheNightBegins() {
        assertThat(rest(drive(at(17, 20, 0), 3 * HOUR)).from()).isEqualTo(Instant.ofEpochSecond(at(17, 22, 0)));
    }

    @Test
    void h06_twoHoursThatEndWithTheDayNeedNoRest() {
        assertThat(rests(drive(at(17, 20, 0), 2 * HOUR))).isZero();
    }

    @Test
    void h06_aStretchThatTouchesTheNightKeepsTheNightsLimitAsAWhole() {
        // 05:30 to 07:30, then a rest, though the day began at 06:00
        assertThat(rest(drive(at(17, 5, 30), 3 * HOUR)).from()).isEqualTo(Instant.ofEpochSecond(at(17, 7, 30)));
    }

    @Test
    void h06_aStopOfTwentyMinutesIsARestAndAShorterOneIsNot() {
        int[] metres = {0, 60_000, 240_000, 0};
        int[] seconds = {0, 3 * HOUR, 3 * HOUR, 0};
        long leave = at(17, 6, 45);
        long[] latest = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE};
        long[] longStop = {Long.MIN_VALUE, at(17, 10, 20), Long.MIN_VALUE};
        long[] shortStop = {Long.MIN_VALUE, at(17, 10, 19), Long.MIN_VALUE};
        String[] places = {"a", "a", "b", "c", "a"};

        timeline.simulate(leave, metres, seconds, longStop, latest, 3, false, 3);
        assertThat(rests(timeline.events(places, metres, seconds))).isZero();

        timeline.simulate(leave, metres, seconds, shortStop, latest, 3, false, 3);
        assertThat(rests(timeline.events(places, metres, seconds))).isEqualTo(1);
    }

    @Test
    void h06_theEmptyDriveCounts() {
        int[] metres = {60_000, 60_000, 0};
        int[] seconds = {2 * HOUR, 2 * HOUR + 1, 0};
        long[] none = {Long.MIN_VALUE, Long.MIN_VALUE};
        long[] latest = {Long.MAX_VALUE, Long.MAX_VALUE};

        timeline.simulate(at(17, 8, 0), metres, seconds, none, latest, 2, false, 3);

        assertThat(rests(timeline.events(PLACES, metres, seconds))).isEqualTo(1);
    }

    @Test
    void h09_theCoachStandsFromTwoToFive() {
        List<Plan.Event> events = drive(at(17, 1, 0), 2 * HOUR);

        assertThat(rest(events).from()).isEqualTo(Instant.ofEpochSecond(at(17, 2, 0)));
        assertThat(rest(events).to()).isEqualTo(Instant.ofEpochSecond(at(17, 5, 0)));
    }

    @Test
    void h09_arrivingWhenTheCurfewBeginsIsFree() {
        assertThat(rests(drive(at(17, 1, 0), HOUR))).isZero();
    }

    @Test
    void h09_aShortWayIsExempt() {
        assertThat(rests(drive(timeline, at(17, 1, 0), 2 * HOUR, true, 3))).isZero();
    }

    @Test
    void h09_theCoachDoesNotLeaveItsDepotDuringTheCurfew() {
        int[] metres = {20_000, 60_000, 0};
        int[] seconds = {HOUR, HOUR, 0};
        long[] none = {Long.MIN_VALUE, Long.MIN_VALUE};
        long[] latest = {Long.MAX_VALUE, Long.MAX_VALUE};

        timeline.simulate(at(17, 3, 0), metres, seconds, none, latest, 2, false, 2);

        assertThat(timeline.begin()).isEqualTo(at(17, 5, 0));
        assertThat(timeline.events(PLACES, metres, seconds).get(0)).isInstanceOf(Plan.Drive.class);
    }

    @Test
    void h07_oneDriverDrivesEightHoursInAnyTwentyFour() {
        DutyTimeline unlimited = new DutyTimeline(withContinuous(24 * HOUR));

        assertThat(rests(drive(unlimited, at(17, 6, 0), 8 * HOUR, true, 1))).isZero();
        List<Plan.Event> events = drive(unlimited, at(17, 6, 0), 8 * HOUR + 1, true, 1);
        assertThat(rest(events).from()).isEqualTo(Instant.ofEpochSecond(at(17, 14, 0)));
        assertThat(rest(events).to()).isEqualTo(Instant.ofEpochSecond(at(18, 6, 0)));
    }

    @Test
    void h07_theWindowSlides() {
        // two drives of five hours, nine hours apart: the second may run only three hours before the day is full
        DutyTimeline unlimited = new DutyTimeline(withContinuous(24 * HOUR));
        int[] metres = {0, 300_000, 300_000, 0};
        int[] seconds = {0, 5 * HOUR, 5 * HOUR, 0};
        long[] earliest = {at(17, 6, 0), at(17, 20, 0), Long.MIN_VALUE};
        long[] latest = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE};

        unlimited.simulate(at(17, 5, 45), metres, seconds, earliest, latest, 3, true, 1);

        Plan.Rest rest = rest(unlimited.events(new String[] {"a", "a", "b", "c", "a"}, metres, seconds));
        assertThat(rest.from()).isEqualTo(Instant.ofEpochSecond(at(17, 23, 0)));
        assertThat(rest.to()).isEqualTo(Instant.ofEpochSecond(at(18, 6, 0)));
    }

    @Test
    void h07_twoDriversDriveTwiceAsLong() {
        DutyTimeline unlimited = new DutyTimeline(withContinuous(24 * HOUR));

        assertThat(rests(drive(unlimited, at(17, 6, 0), 16 * HOUR, true, 2))).isZero();
        assertThat(rests(drive(unlimited, at(17, 6, 0), 16 * HOUR + 1, true, 2)))
                .isEqualTo(1);
    }

    @Test
    void withoutDriverHoursNobodyRests() {
        DriverHours h = DriverHours.DEFAULT;
        Rules free = withHours(new DriverHours(
                false,
                h.dayContinuousSeconds(),
                h.nightContinuousSeconds(),
                h.nightFrom(),
                h.nightTo(),
                h.restSeconds(),
                h.secondsPerDriverPer24h(),
                h.secondDriverMetres(),
                h.secondDriverExpresswayMetres(),
                h.curfewFrom(),
                h.curfewTo(),
                h.curfewExemptMetres()));

        assertThat(rests(drive(new DutyTimeline(free), at(17, 1, 0), 30 * HOUR, false, 1)))
                .isZero();
    }

    @Test
    void waitingForPeopleLengthensTheStop() {
        int[] metres = {0, 60_000, 0};
        int[] seconds = {0, HOUR, 0};
        long[] earliest = {at(17, 9, 0), Long.MIN_VALUE};
        long[] latest = {Long.MAX_VALUE, Long.MAX_VALUE};

        timeline.simulate(at(17, 8, 0), metres, seconds, earliest, latest, 2, false, 1);

        assertThat(timeline.departure(0)).isEqualTo(at(17, 9, 0));
        assertThat(timeline.arrival(1)).isEqualTo(at(17, 10, 0));
    }

    @Test
    void aLatestArrivalIsMetToTheSecondAndNotMissedByOne() {
        int[] metres = {0, 60_000, 0};
        int[] seconds = {0, HOUR, 0};
        long[] none = {Long.MIN_VALUE, Long.MIN_VALUE};
        long leave = at(17, 8, 0);

        assertThat(timeline.simulate(
                        leave, metres, seconds, none, new long[] {Long.MAX_VALUE, leave + 900 + HOUR}, 2, false, 1))
                .isTrue();
        assertThat(timeline.simulate(
                        leave, metres, seconds, none, new long[] {Long.MAX_VALUE, leave + 899 + HOUR}, 2, false, 1))
                .isFalse();
    }

    @Test
    void eventsFollowWithoutGapsAndAddUpToTheMatrix() {
        int[] metres = {12_345, 1_499_999, 54_321};
        int[] seconds = {1_000, 19 * HOUR + 7, 3_333};
        long[] none = {Long.MIN_VALUE, Long.MIN_VALUE};
        long[] latest = {Long.MAX_VALUE, Long.MAX_VALUE};

        timeline.simulate(at(17, 6, 0), metres, seconds, none, latest, 2, false, 3);
        List<Plan.Event> events = timeline.events(PLACES, metres, seconds);

        for (int i = 1; i < events.size(); i++) {
            assertThat(events.get(i).from()).isEqualTo(events.get(i - 1).to());
        }
        assertThat(drives(events).mapToInt(Plan.Drive::metres).sum())
                .isEqualTo(Arrays.stream(metres).sum());
        assertThat(drives(events).mapToLong(Plan.Drive::seconds).sum())
                .isEqualTo(Arrays.stream(seconds).sum());
        assertThat(drives(events)
                        .filter(Plan.Drive::loaded)
                        .mapToInt(Plan.Drive::metres)
                        .sum())
                .isEqualTo(1_499_999);
    }

    @Test
    void aDriveIntoTheNightWithoutARestIsOneDrive() {
        assertThat(drives(drive(at(17, 21, 0), 2 * HOUR))).hasSize(1);
    }

    @Test
    void aDriveOfMetresWithoutSecondsIsStillADrive() {
        int[] metres = {0, 3, 0};
        int[] seconds = {0, 0, 0};
        long[] none = {Long.MIN_VALUE, Long.MIN_VALUE};
        long[] latest = {Long.MAX_VALUE, Long.MAX_VALUE};

        timeline.simulate(at(17, 6, 0), metres, seconds, none, latest, 2, false, 1);

        assertThat(drives(timeline.events(PLACES, metres, seconds)).map(Plan.Drive::metres))
                .containsExactly(3);
    }

    private static java.util.stream.Stream<Plan.Drive> drives(List<Plan.Event> events) {
        return events.stream().filter(Plan.Drive.class::isInstance).map(Plan.Drive.class::cast);
    }

    private static Rules withContinuous(int seconds) {
        DriverHours h = DriverHours.DEFAULT;
        return withHours(new DriverHours(
                true,
                seconds,
                seconds,
                LocalTime.MIDNIGHT,
                LocalTime.MIDNIGHT,
                h.restSeconds(),
                h.secondsPerDriverPer24h(),
                h.secondDriverMetres(),
                h.secondDriverExpresswayMetres(),
                h.curfewFrom(),
                h.curfewTo(),
                h.curfewExemptMetres()));
    }

    private static Rules withHours(DriverHours hours) {
        Rules d = Rules.DEFAULT;
        return new Rules(
                d.maxBoardingStops(),
                d.maxAlightingStops(),
                d.stopSeconds(),
                d.walkMetres(),
                d.maxFeederMetres(),
                d.checkInSecondsRail(),
                d.checkInSecondsAir(),
                d.egressSecondsRail(),
                d.egressSecondsAir(),
                d.maxRideRatio(),
                d.rideSlackSeconds(),
                d.maxDrivers(),
                d.homeEnd(),
                hours,
                d.weights());
    }
}
