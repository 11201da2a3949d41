package io.chunfeng.day;

import io.chunfeng.day.ReportRefusedException.Reason;
import io.chunfeng.dispatch.Ride;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What may be reported of a trip, and how many people a departure counts. Pure. */
public final class Reports {
    private static final int LONGEST_DELAY_MINUTES = 3 * 24 * 60;
    /** Infants, or escorts, of one group on one trip. */
    private static final int MOST_OTHERS = 99;

    private Reports() {}

    /** Whether the entry goes back on what was reported, so that it needs a reason. */
    public static boolean corrects(BoardTrip trip, Report report) {
        Report state = trip.state();
        if (report == Report.LATE) {
            return false;
        }
        return state == Report.CANCELLED
                || report == Report.CANCELLED && state.ran()
                || report != Report.CANCELLED && state != Report.PLANNED && report.compareTo(state) <= 0;
    }

    /**
     * @param now nothing is reported before it has happened
     * @throws ReportRefusedException saying why it cannot be recorded
     */
    public static void require(BoardTrip trip, TripEntry entry, Instant now) {
        Report state = trip.state();
        if (entry.happenedAt().isAfter(now)) {
            throw new ReportRefusedException(Reason.IN_FUTURE);
        }
        if (entry.report() == Report.LATE) {
            if (state == Report.ARRIVED || state == Report.CANCELLED) {
                throw new ReportRefusedException(Reason.OVER);
            }
            if (entry.delayMinutes() < 0 || entry.delayMinutes() > LONGEST_DELAY_MINUTES) {
                throw new ReportRefusedException(Reason.DELAY);
            }
        }
        boolean wantsReason = corrects(trip, entry.report()) || entry.report() == Report.CANCELLED;
        if (wantsReason && entry.remark() == null) {
            throw new ReportRefusedException(Reason.NO_REASON);
        }
        Instant left = trip.leftAt();
        if (entry.report() == Report.ARRIVED
                && left != null
                && entry.happenedAt().isBefore(left)) {
            throw new ReportRefusedException(Reason.BEFORE_DEPARTURE);
        }
        if (entry.report() == Report.PLANNED && state == Report.PLANNED) {
            throw new ReportRefusedException(Reason.NOTHING);
        }
    }

    /**
     * Whether figures typed with an arrival count anew who had been counted when the trip left: a correction.
     *
     * @param boarded empty when nobody counted with the entry
     */
    public static boolean recounts(BoardTrip trip, Report report, List<Boarded> boarded) {
        return report == Report.ARRIVED
                && trip.leftAt() != null
                && !boarded.isEmpty()
                && !boarded.equals(trip.counted());
    }

    /**
     * Who boards a trip when it leaves, every group of it, in order of group id.
     *
     * @param typed figures for some of the groups
     * @param before the trips that its people come from
     * @throws ReportRefusedException for a group that is not on the trip, more people than were planned (they would have
     *     no seat and no line in the manifest), or when the reasons do not add up to those who are missing
     */
    public static List<Boarded> boarded(BoardTrip trip, List<Boarded> typed, Collection<BoardTrip> before) {
        Map<String, Integer> planned = trip.personsByGroup();
        Map<String, Integer> expected = expected(trip, before);
        Map<String, Boarded> counted = new TreeMap<>();
        planned.forEach((group, persons) ->
                counted.put(group, new Boarded(group, persons, expected.get(group), 0, 0, Absent.NOBODY, null)));
        for (Boarded one : typed) {
            Integer most = planned.get(one.groupId());
            if (most == null) {
                throw new ReportRefusedException(Reason.NOT_ABOARD, one.groupId());
            }
            if (one.persons() < 0 || one.persons() > most) {
                throw new ReportRefusedException(Reason.TOO_MANY, one.groupId());
            }
            if (!someOf(one.infants()) || !someOf(one.escorts())) {
                throw new ReportRefusedException(Reason.OTHERS, one.groupId());
            }
            if (one.persons() == 0 && one.infants() + one.escorts() > 0) {
                throw new ReportRefusedException(Reason.OTHERS_ALONE, one.groupId());
            }
            Absent absent = accounted(trip, one, most, expected.get(one.groupId()));
            counted.put(
                    one.groupId(),
                    new Boarded(
                            one.groupId(), most, one.persons(), one.infants(), one.escorts(), absent, one.reason()));
        }
        return List.copyOf(counted.values());
    }

    private static boolean someOf(int others) {
        return others >= 0 && others <= MOST_OTHERS;
    }

    /** The reasons add up to all who are missing, or to those who are missing since the leg before. */
    private static Absent accounted(BoardTrip trip, Boarded one, int planned, int expected) {
        int missing = Math.max(0, expected - one.persons());
        Absent absent = one.absent() == null ? Absent.noShow(missing) : one.absent();
        if (trip.ref().vehicle().equals(absent.movedTo())) {
            throw new ReportRefusedException(Reason.MOVED_WHERE, one.groupId());
        }
        if (!absent.sound() || absent.total() != missing && absent.total() != planned - one.persons()) {
            throw new ReportRefusedException(Reason.NOT_ACCOUNTED, one.groupId());
        }
        return absent;
    }

    /**
     * Persons by group who can board: those who did not come for the coach before do not come for the train. Who rode
     * another trip instead (改乘) comes.
     */
    public static Map<String, Integer> expected(BoardTrip trip, Collection<BoardTrip> before) {
        Map<TripRef, Map<Integer, Integer>> came = new HashMap<>();
        Map<List<Integer>, Ride> legs = new HashMap<>();
        for (BoardTrip other : before) {
            if (other.ref().planId() == trip.ref().planId()) {
                other.rides().forEach(ride -> legs.put(List.of(ride.journey(), ride.leg()), ride));
                if (other.state().ran()) {
                    came.put(other.ref(), other.underWayByJourney());
                }
            }
        }
        Map<String, Integer> expected = new TreeMap<>();
        for (Ride ride : trip.rides()) {
            int persons = ride.persons();
            for (int leg = ride.leg() - 1; leg >= 1; leg--) {
                Ride earlier = legs.get(List.of(ride.journey(), leg));
                if (earlier != null) {
                    persons = Math.min(
                            persons,
                            came.getOrDefault(new TripRef(trip.ref().planId(), earlier.vehicle()), Map.of())
                                    .getOrDefault(ride.journey(), persons));
                }
            }
            expected.merge(ride.groupId(), persons, Integer::sum);
        }
        return expected;
    }
}
