package io.chunfeng.intake;

import io.chunfeng.intake.Problem.Code;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days with or without times: serials of Excel, ISO, and the ways people write. */
final class Moments {
    private static final BigDecimal FIRST_SERIAL = BigDecimal.valueOf(36526); // 2000-01-01
    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(73051); // 2100-01-01
    private static final Pattern ENDING_TIME =
            Pattern.compile("(.*?)[T,]?(" + Times.TIME.pattern() + ")前?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern OFFSET = Pattern.compile("(?<=\\d)(\\+08:?00)$");

    private final Days days;

    Moments(Season season) {
        this.days = new Days(season);
    }

    Read<When> read(CellValue value) {
        if (value instanceof CellValue.Moment moment) {
            LocalDateTime at = moment.at().plusSeconds(30).truncatedTo(ChronoUnit.MINUTES);
            return Read.of(new When(
                    moment.hasDay() ? at.toLocalDate() : null, moment.hasTime() ? at.toLocalTime() : null, false));
        }
        return value instanceof CellValue.Num num ? number(num.number()) : text(value.shown());
    }

    /** Serials in cells that nobody formatted; 20240217; 2.17, which may be the 1st or the 10th when it ends in .1. */
    private Read<When> number(BigDecimal number) {
        if (number.signum() > 0 && number.compareTo(BigDecimal.ONE) < 0) {
            long minutes = Math.round(number.doubleValue() * 24 * 60);
            return minutes == 24 * 60
                    ? Read.of(new When(null, LocalTime.MIDNIGHT, true))
                    : Read.of(new When(null, LocalTime.ofSecondOfDay(minutes * 60), false));
        }
        if (number.compareTo(FIRST_SERIAL) >= 0 && number.compareTo(LAST_SERIAL) < 0) {
            LocalDateTime at =
                    LocalDate.of(1899, 12, 30).atStartOfDay().plusMinutes(Math.round(number.doubleValue() * 24 * 60));
            boolean timed = number.stripTrailingZeros().scale() > 0;
            return Read.of(new When(at.toLocalDate(), timed ? at.toLocalTime() : null, false));
        }
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() == 1 && number.compareTo(BigDecimal.valueOf(13)) < 0 && number.signum() > 0) {
            int month = plain.intValue();
            int tenths = plain.remainder(BigDecimal.ONE).movePointRight(1).intValue();
            return tenths > 3
                    ? text(plain.toPlainString())
                    : Read.wrong(Code.AMBIGUOUS_DATE, month + "月" + tenths + "日 / " + month + "月" + tenths + "0日");
        }
        return text(plain.toPlainString());
    }

    private Read<When> text(String typed) {
        String clean = Texts.clean(typed);
        // a space between day and time is kept apart from digits that would run together
        String text = OFFSET.matcher(
                        clean.replaceFirst("(\\d)[ T](?=\\d{1,2}[:点时])", "$1,").replace(" ", ""))
                .replaceFirst("");
        Matcher ending = ENDING_TIME.matcher(text);
        if (!ending.matches()) {
            Read<LocalDate> day = days.read(text);
            if (day.wrong() != null && text.matches("\\d{1,2}")) {
                return Read.wrong(Code.BAD_DATE, "");
            }
            return day.wrong() != null ? day.alsoWrong() : Read.of(When.day(day.value()));
        }
        Read<When> time = Times.read(ending.group(2));
        if (time.wrong() != null || ending.group(1).isEmpty()) {
            return time;
        }
        Read<LocalDate> day = days.read(ending.group(1));
        return day.wrong() != null
                ? day.alsoWrong()
                : Read.of(
                        new When(day.value(), time.value().time(), time.value().midnight()));
    }
}
