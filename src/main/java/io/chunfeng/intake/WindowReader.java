package io.chunfeng.intake;

import io.chunfeng.intake.Problem.Code;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/** From when to when a group may travel, and its wished day. */
final class WindowReader {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    /** Where only a day is given, nobody leaves before that hour. [C] */
    static final LocalTime FIRST_HOUR = LocalTime.of(6, 0);
    /** Where no arrival is given: by the end of the second day after departure. [C] */
    static final int DAYS_TO_ARRIVE = 2;

    private static final int LONGEST_DAYS = 10;

    private final Season season;
    private final Moments moments;

    WindowReader(Season season) {
        this.season = season;
        this.moments = new Moments(season);
    }

    record Window(Instant earliest, Instant latest, LocalDate preferred) {}

    /** Null when something is wrong. */
    Window read(Cells cells) {
        When day = cells.optional(GroupColumn.DAY, moments::read, null);
        When depart = cells.optional(GroupColumn.DEPART, moments::read, null);
        When arrive = cells.optional(GroupColumn.ARRIVE, moments::read, null);
        LocalDate preferred = day(cells, day, depart);
        if (preferred == null) {
            return null;
        }
        LocalDateTime earliest = earliest(day, depart, preferred);
        LocalDateTime latest = latest(cells, arrive, preferred);
        if (latest == null) {
            return null;
        }
        if (!latest.isAfter(earliest)) {
            cells.wrong(GroupColumn.ARRIVE, Code.ARRIVES_BEFORE, "", text(earliest));
            return null;
        }
        if (Duration.between(earliest, latest).toDays() > LONGEST_DAYS) {
            cells.wrong(GroupColumn.ARRIVE, Code.WINDOW_TOO_LONG, "", text(earliest), Integer.toString(LONGEST_DAYS));
            return null;
        }
        return new Window(instant(earliest), instant(latest), preferred);
    }

    /** Of the day's column, else of the departure's. */
    private LocalDate day(Cells cells, When day, When depart) {
        boolean dayMissing = day == null || day.day() == null;
        boolean departMissing = depart == null || depart.day() == null;
        if (dayMissing && departMissing) {
            if (day != null) {
                cells.wrong(GroupColumn.DAY, Code.TIME_WITHOUT_DAY, "");
            } else if (depart != null) {
                cells.wrong(GroupColumn.DEPART, Code.TIME_WITHOUT_DAY, "");
            } else if (!cells.has(GroupColumn.DEPART)) {
                cells.wrong(GroupColumn.DAY, Code.REQUIRED, "");
            }
            return null;
        }
        GroupColumn stated = dayMissing ? GroupColumn.DEPART : GroupColumn.DAY;
        LocalDate on = dayMissing ? depart.day() : day.day();
        if (!inSeason(cells, stated, on)) {
            return null;
        }
        if (!dayMissing && !departMissing && depart.day().isAfter(on)) {
            cells.wrong(GroupColumn.DEPART, Code.OTHER_DAY, "", on.toString());
            return null;
        }
        return on;
    }

    private boolean inSeason(Cells cells, GroupColumn column, LocalDate day) {
        if (season.holds(day)) {
            return true;
        }
        String meant = season.sameDayInside(day).map(LocalDate::toString).orElse("");
        cells.wrong(
                column,
                Code.OUT_OF_SEASON,
                meant,
                season.first().toString(),
                season.last().toString());
        return false;
    }

    private static LocalDateTime earliest(When day, When depart, LocalDate preferred) {
        if (depart != null && depart.time() != null) {
            return depart.at(preferred);
        }
        if (day != null && day.time() != null) {
            return day.at(preferred);
        }
        LocalDate on = depart != null && depart.day() != null ? depart.day() : preferred;
        return on.atTime(FIRST_HOUR);
    }

    /** A day alone means its end. */
    private LocalDateTime latest(Cells cells, When arrive, LocalDate preferred) {
        if (arrive == null) {
            return cells.has(GroupColumn.ARRIVE)
                    ? null
                    : preferred.plusDays(DAYS_TO_ARRIVE + 1L).atStartOfDay();
        }
        if (arrive.day() == null) {
            cells.wrong(GroupColumn.ARRIVE, Code.TIME_WITHOUT_DAY, preferred.plusDays(1) + " " + arrive.time());
            return null;
        }
        if (!inSeason(cells, GroupColumn.ARRIVE, arrive.day())) {
            return null;
        }
        return arrive.time() == null ? arrive.day().plusDays(1).atStartOfDay() : arrive.at(preferred);
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(SHANGHAI).toInstant();
    }

    private static String text(LocalDateTime moment) {
        return moment.toLocalDate() + " " + moment.toLocalTime();
    }
}
