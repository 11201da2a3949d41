package io.chunfeng.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * A day, a time of day, or both, in Asia/Shanghai.
 *
 * @param day null when only a time is given
 * @param time null when only a day is given
 * @param midnight 24:00: the end of the day; time is then 00:00
 */
record When(LocalDate day, LocalTime time, boolean midnight) {

    static When day(LocalDate day) {
        return new When(day, null, false);
    }

    /** @param otherDay used when none is given */
    LocalDateTime at(LocalDate otherDay) {
        LocalDate on = day == null ? otherDay : day;
        return on.atTime(time).plusDays(midnight ? 1 : 0);
    }
}
