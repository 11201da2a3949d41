package io.chunfeng.web;

import com.nlf.calendar.Lunar;
import com.nlf.calendar.Solar;
import io.chunfeng.plan.PlanningProblem;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.util.ConcurrentLruCache;

/** Numbers, money, dates and times as pages show them; dates with the lunar date where the season matters. */
final class Format {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private static final DateTimeFormatter FIELD_SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    /** Reckoning one takes longer than the rest of its row; a season has some hundred days. */
    private static final ConcurrentLruCache<LocalDate, Lunar> LUNAR = new ConcurrentLruCache<>(
            1_000,
            date -> Solar.fromYmd(date.getYear(), date.getMonthValue(), date.getDayOfMonth())
                    .getLunar());

    private final Locale locale;
    private final DateTimeFormatter weekday;

    Format(Locale locale) {
        this.locale = english(locale) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        this.weekday = DateTimeFormatter.ofPattern("EEE", this.locale);
    }

    static boolean english(Locale locale) {
        return "en".equals(locale.getLanguage());
    }

    /** 4012 → 4,012. */
    public String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** 1234.5 → 1,234.5, with all its decimals. */
    static String amount(BigDecimal number) {
        String plain = number.toPlainString();
        int point = plain.indexOf('.');
        String decimals = point < 0 ? "" : plain.substring(point);
        return String.format(Locale.ROOT, "%,d", number.toBigInteger()) + decimals;
    }

    /** Fen as yuan with two decimals: 12345 → 123.45. */
    public String yuan(long fen) {
        return String.format(Locale.ROOT, "%s%,d.%02d", fen < 0 ? "-" : "", Math.abs(fen) / 100, Math.abs(fen) % 100);
    }

    /** Fen as whole yuan, half up: for figures that are compared, not paid. */
    public String wholeYuan(long fen) {
        return count(Math.floorDiv(fen + 50, 100));
    }

    /** Metres as kilometres with one decimal. */
    public String km(long metres) {
        return String.format(Locale.ROOT, "%,.1f", metres / 1000.0);
    }

    public String decimal(double number) {
        return String.format(Locale.ROOT, "%,.1f", number);
    }

    /** 0.913 → 91.3 %. */
    public String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    /** 02-17（正月初八）周六. */
    public String day(LocalDate date) {
        if (date == null) {
            return "";
        }
        return english(locale)
                ? DAY.format(date) + " (" + lunar(date) + ") " + weekday.format(date)
                : DAY.format(date) + "（" + lunar(date) + "）" + weekday.format(date);
    }

    /** 2024-02-17（正月初八）周六. */
    public String dayOfYear(LocalDate date) {
        return date == null ? "" : date.getYear() + "-" + day(date);
    }

    /** 02-17（正月初八）周六 08:30. */
    public String moment(Instant instant) {
        return instant == null ? "" : day(dateOf(instant)) + " " + time(instant);
    }

    /** 2024-02-17（正月初八）周六 08:30. */
    public String momentOfYear(Instant instant) {
        return instant == null ? "" : dayOfYear(dateOf(instant)) + " " + time(instant);
    }

    /** 02-17 08:30: where rows are many. */
    public String shortMoment(Instant instant) {
        return instant == null ? "" : DAY.format(dateOf(instant)) + " " + time(instant);
    }

    public String time(Instant instant) {
        return TIME.format(instant.atZone(PlanningProblem.ZONE));
    }

    /** 2024-02-17: for a link. */
    public String date(Instant instant) {
        return dateOf(instant).toString();
    }

    /** 2024-02-17T08:30: for a field of a form. */
    public String field(Instant instant) {
        return instant == null ? "" : FIELD.format(instant.atZone(PlanningProblem.ZONE));
    }

    /** 2024-02-17T23:59:59: for a field of a form that knows seconds. */
    public String fieldSeconds(Instant instant) {
        return instant == null ? "" : FIELD_SECONDS.format(instant.atZone(PlanningProblem.ZONE));
    }

    /** 2024-02-17 08:30:00: when something was recorded. */
    public String stamp(Instant instant) {
        return instant == null ? "" : FULL.format(instant.atZone(PlanningProblem.ZONE));
    }

    /** Seconds as hours and minutes, rounded up to the minute: 3:05. */
    public String hours(long seconds) {
        long minutes = Math.floorDiv(seconds + 59, 60L);
        return String.format(Locale.ROOT, "%d:%02d", minutes / 60, minutes % 60);
    }

    /** Milliseconds as seconds with one decimal. */
    public String seconds(long millis) {
        return decimal(millis / 1000.0);
    }

    /** Seconds on a running clock: 1:05. */
    public String clock(Duration elapsed) {
        return String.format(Locale.ROOT, "%d:%02d", elapsed.toSeconds() / 60, elapsed.toSecondsPart());
    }

    static LocalDate dateOf(Instant instant) {
        return instant.atZone(PlanningProblem.ZONE).toLocalDate();
    }

    private String lunar(LocalDate date) {
        Lunar lunar = LUNAR.get(date);
        return english(locale)
                ? "lunar " + (lunar.getMonth() < 0 ? "leap " : "") + Math.abs(lunar.getMonth()) + "/" + lunar.getDay()
                : lunar.getMonthInChinese() + "月" + lunar.getDayInChinese();
    }
}
