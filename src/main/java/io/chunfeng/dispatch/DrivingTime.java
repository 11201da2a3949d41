package io.chunfeng.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Hours of one driver over all trips (道路旅客运输企业安全管理规范 art. 38). The driving of a trip is shared evenly among its
 * drivers, moment by moment: the same reading as H07 of {@code plan.PlanChecker}, which holds a trip's driving within 24
 * hours against 8 hours for each driver.
 */
public final class DrivingTime {
    public static final Duration DAY = Duration.ofHours(24);
    public static final Duration WEEK = Duration.ofDays(7);
    public static final Duration MOST_IN_A_DAY = Duration.ofHours(8);
    public static final Duration MOST_IN_A_WEEK = Duration.ofHours(44);
    /** More would not be divided without a remainder. */
    public static final int MOST_DRIVERS = 6;
    /** A second in parts that 1 to 6 drivers share without a remainder. */
    private static final int PARTS = 60;

    private DrivingTime() {}

    /** Whether any 24 hours with driving of {@code own} hold more than 8 hours. @param works all of the driver's, own included */
    public static boolean tooMuchInADay(Work own, Collection<Work> works) {
        return mostParts(own, works, DAY) > MOST_IN_A_DAY.toSeconds() * PARTS;
    }

    /** Whether any 7 days with driving of {@code own} hold more than 44 hours. @param works all of the driver's, own included */
    public static boolean tooMuchInAWeek(Work own, Collection<Work> works) {
        return mostParts(own, works, WEEK) > MOST_IN_A_WEEK.toSeconds() * PARTS;
    }

    /** Most driving within any window of that length that has driving of {@code own}, rounded up to whole seconds. */
    public static long mostSeconds(Work own, Collection<Work> works, Duration window) {
        return Math.floorDiv(mostParts(own, works, window) + PARTS - 1, (long) PARTS);
    }

    /** The fullest window begins where a drive begins, or ends where one ends. */
    private static long mostParts(Work own, Collection<Work> works, Duration window) {
        long most = 0;
        for (Work work : works) {
            for (Work.Span drive : work.drives()) {
                most = Math.max(
                        most, parts(own, works, drive.from(), drive.from().plus(window)));
                most = Math.max(most, parts(own, works, drive.to().minus(window), drive.to()));
            }
        }
        return most;
    }

    private static long parts(Work own, Collection<Work> works, Instant from, Instant to) {
        return parts(List.of(own), from, to) == 0 ? 0 : parts(works, from, to);
    }

    private static long parts(Collection<Work> works, Instant from, Instant to) {
        long parts = 0;
        for (Work work : works) {
            parts += seconds(work.drives(), from.getEpochSecond(), to.getEpochSecond()) * (PARTS / work.drivers());
        }
        return parts;
    }

    private static long seconds(List<Work.Span> drives, long from, long to) {
        long seconds = 0;
        for (Work.Span drive : drives) {
            long begin = Math.max(from, drive.from().getEpochSecond());
            long end = Math.min(to, drive.to().getEpochSecond());
            seconds += Math.max(0, end - begin);
        }
        return seconds;
    }
}
