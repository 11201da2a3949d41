package io.chunfeng.manifest;

import java.time.LocalDate;

/**
 * The way of a group, as far as it matters for its passengers.
 *
 * @param county that registered it, GB/T 2260
 * @param day of departure in Asia/Shanghai
 * @param from GB/T 2260 code of the boarding place, six digits
 * @param to GB/T 2260 code of the workplace, six digits
 */
public record Journey(String groupId, String county, LocalDate day, String from, String to) {
    /** Less than these between two departures: nobody has arrived, stayed and left again. */
    static final int LEAST_DAYS_BETWEEN = 5;

    /**
     * Whether one person may well be on both: 返乡, then 返岗. The later journey begins where the earlier one ended, in the
     * province, for a journey within one province in the prefecture; and at least five days later.
     */
    boolean goesTogetherWith(Journey other) {
        Journey first = day.isAfter(other.day) ? other : this;
        Journey second = first == this ? other : this;
        return !second.day.isBefore(first.day.plusDays(LEAST_DAYS_BETWEEN)) && second.beginsWhereEnds(first);
    }

    private boolean beginsWhereEnds(Journey earlier) {
        boolean within = earlier.from.startsWith(province(earlier.to)) || from.startsWith(province(to));
        return within
                ? prefecture(from).equals(prefecture(earlier.to))
                : province(from).equals(province(earlier.to));
    }

    private static String province(String code) {
        return code.substring(0, 2);
    }

    private static String prefecture(String code) {
        return code.substring(0, 4);
    }
}
