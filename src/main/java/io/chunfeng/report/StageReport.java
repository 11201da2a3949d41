package io.chunfeng.report;

import io.chunfeng.place.AdminCodes;
import io.chunfeng.place.Prefectures;
import io.chunfeng.statistics.ReportingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * 阶段性活动进展情况 of one unit and period; what is written in it is in its versions.
 *
 * @param unit province (two digits) or city (four)
 * @param from first day in Asia/Shanghai @param to last day, itself included
 */
public record StageReport(long id, String unit, LocalDate from, LocalDate to) {
    public StageReport {
        if (!unit.matches("\\d{2}|\\d{4}")) {
            throw new IllegalArgumentException("a report is of a province or a city: " + unit);
        }
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period ends after it begins: " + from + " " + to);
        }
    }

    /** 山西省 or 吕梁市. */
    public String unitName() {
        return unitName(unit);
    }

    public static String unitName(String unit) {
        return unit.length() == 2 ? AdminCodes.all().name(unit + "0000") : Prefectures.name(unit);
    }

    /** The last microsecond of a day, the finest that the database keeps: "前" on a date includes that date. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ReportingCalendar.ZONE).toInstant().minus(1, ChronoUnit.MICROS);
    }
}
