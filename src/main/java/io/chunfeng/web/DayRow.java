package io.chunfeng.web;

import io.chunfeng.day.BoardTrip;
import io.chunfeng.day.Report;
import io.chunfeng.day.Transfer;
import io.chunfeng.day.TripExpectation;
import io.chunfeng.day.TripRef;
import io.chunfeng.dispatch.RanTrip;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A trip on the board of the day.
 *
 * @param from name of the first place @param to name of the last place
 * @param arriving people of other trips who ride this one instead (改乘)
 * @param unreported 待补录
 */
record DayRow(
        BoardTrip trip, TripExpectation expected, String from, String to, List<Transfer> arriving, boolean unreported) {
    private static final int MINUTE = 60;

    /** In the address of the row, and as its id in the page. */
    public String anchor() {
        return anchor(trip.ref());
    }

    static String anchor(TripRef ref) {
        return "t-" + ref.planId() + "-" + ref.vehicle();
    }

    /** Address of the trip's own page. */
    public String href() {
        return UriComponentsBuilder.fromPath("/day/trips/{plan}/{vehicle}")
                .buildAndExpand(trip.ref().planId(), trip.ref().vehicle())
                .encode()
                .toUriString();
    }

    public Report state() {
        return trip.state();
    }

    public boolean late() {
        return expected.delaySeconds() > 0 && state() != Report.CANCELLED;
    }

    /** Rounded up: 61 seconds are two minutes late. */
    public long minutesLate() {
        return Math.floorDiv(expected.delaySeconds() + MINUTE - 1, (long) MINUTE);
    }

    public boolean endangered() {
        return !expected.missed().isEmpty();
    }

    public boolean coach() {
        return trip.kind() == RanTrip.Kind.COACH;
    }

    /** Persons aboard, those who moved to it included, as the statistics count them; null while the trip has not left. */
    public Integer boarded() {
        return trip.boarded() == null ? null : trip.boarded() + moved();
    }

    public int moved() {
        return arriving.stream().mapToInt(Transfer::persons).sum();
    }

    /** People of its own who rode another trip. */
    public int movedAway() {
        return trip.counted().stream().mapToInt(one -> one.absent().moved()).sum();
    }

    public int noShows() {
        return trip.boarded() == null ? 0 : trip.persons() - trip.boarded() - movedAway();
    }

    /** Whether the figures of a state's button fit the board as it is: one press each, forwards. */
    public boolean offers(Report report) {
        Report state = state();
        return switch (report) {
            case ASSEMBLING -> state == Report.PLANNED;
            case DEPARTED -> state == Report.PLANNED || state == Report.ASSEMBLING;
            case ARRIVED -> state == Report.DEPARTED;
            case LATE -> state != Report.ARRIVED && state != Report.CANCELLED;
            case PLANNED, CANCELLED -> false;
        };
    }

    boolean contains(String text) {
        return trip.ref().vehicle().contains(text)
                || trip.name().contains(text)
                || from.contains(text)
                || to.contains(text)
                || trip.counties().keySet().stream().anyMatch(group -> group.contains(text));
    }
}
