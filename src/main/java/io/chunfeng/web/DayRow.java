package io.chunfeng.web;

import io.chunfeng.day.BoardTrip;
import io.chunfeng.day.Report;
import io.chunfeng.day.TripExpectation;
import io.chunfeng.day.TripRef;
import io.chunfeng.dispatch.RanTrip;
import org.springframework.web.util.UriComponentsBuilder;

/** A trip on the board of the day. @param from name of the first place @param to name of the last place @param unreported 待补录 */
record DayRow(BoardTrip trip, TripExpectation expected, String from, String to, boolean unreported) {
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

    public int noShows() {
        Integer boarded = trip.boarded();
        return boarded == null ? 0 : trip.persons() - boarded;
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
