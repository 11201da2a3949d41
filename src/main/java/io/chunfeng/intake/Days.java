package io.chunfeng.intake;

import com.nlf.calendar.Lunar;
import com.nlf.calendar.Solar;
import io.chunfeng.intake.Problem.Code;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people write them; without a year they lie in the campaign's season. */
final class Days {
    private static final Pattern FULL =
            Pattern.compile("(\\d{4})(?:年|[-/.])(\\d{1,2})(?:月|[-/.])(\\d{1,2})(?:日|号)?|(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern SHORT_YEAR = Pattern.compile("(\\d{2})年(\\d{1,2})月(\\d{1,2})(?:日|号)?");
    private static final Pattern NO_YEAR = Pattern.compile("(\\d{1,2})月(\\d{1,2})(?:日|号)?|(\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern LUNAR =
            Pattern.compile("(?:农历)?(正|一|二|三|腊|十二|冬|十一)月(初|十|廿|二十|三十)(一|二|三|四|五|六|七|八|九|十)?日?");
    private static final Pattern WEEKDAY = Pattern.compile("[(]?(?:周|星期|礼拜)([一二三四五六日天])[)]?");
    private static final List<String> DIGITS = List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十");

    private final Season season;

    Days(Season season) {
        this.season = season;
    }

    /** @param text without spaces, NFKC */
    Read<LocalDate> read(String text) {
        Matcher weekday = WEEKDAY.matcher(text);
        String named = weekday.find() ? weekday.group(1) : null;
        String plain = named == null ? text : weekday.replaceFirst("");
        Read<LocalDate> day = plain(plain);
        if (day.value() == null || named == null) {
            return day;
        }
        DayOfWeek expected = DayOfWeek.of("一二三四五六日".indexOf(named.equals("天") ? "日" : named) + 1);
        DayOfWeek real = day.value().getDayOfWeek();
        return real == expected
                ? day
                : Read.wrong(
                        Code.WRONG_WEEKDAY, "", day.value().toString(), "周" + "一二三四五六日".charAt(real.getValue() - 1));
    }

    private Read<LocalDate> plain(String text) {
        Matcher full = FULL.matcher(text);
        if (full.matches()) {
            int g = full.group(1) != null ? 1 : 4;
            return exact(number(full, g), number(full, g + 1), number(full, g + 2));
        }
        Matcher shortYear = SHORT_YEAR.matcher(text);
        if (shortYear.matches()) {
            return exact(2000 + number(shortYear, 1), number(shortYear, 2), number(shortYear, 3));
        }
        Matcher none = NO_YEAR.matcher(text);
        if (none.matches()) {
            int g = none.group(1) != null ? 1 : 3;
            return season.withYear(number(none, g), number(none, g + 1))
                    .map(Read::of)
                    .orElseGet(() -> Read.wrong(Code.NO_SUCH_DAY, ""));
        }
        Matcher lunar = LUNAR.matcher(text);
        return lunar.matches() ? lunar(lunar) : Read.wrong(Code.BAD_DATE, "");
    }

    private static Read<LocalDate> exact(int year, int month, int day) {
        Optional<LocalDate> date = Season.dayOf(year, month, day);
        return date.map(Read::of).orElseGet(() -> Read.wrong(Code.NO_SUCH_DAY, ""));
    }

    /** 腊月 and 冬月 belong to the lunar year before the Spring Festival. */
    private Read<LocalDate> lunar(Matcher words) {
        int month = switch (words.group(1)) {
            case "正", "一" -> 1;
            case "二" -> 2;
            case "三" -> 3;
            case "冬", "十一" -> 11;
            default -> 12;
        };
        String tens = words.group(2);
        int unit = words.group(3) == null ? 0 : DIGITS.indexOf(words.group(3)) + 1;
        int day = switch (tens) {
            case "初" -> unit;
            case "十" -> 10 + unit;
            case "廿", "二十" -> 20 + unit;
            default -> 30 + unit;
        };
        int year = season.springFestival().getYear() - (month > 10 ? 1 : 0);
        if (day < 1 || day > 30 || unit == 10 && !tens.equals("初")) {
            return Read.wrong(Code.NO_SUCH_DAY, "");
        }
        try {
            Solar solar = Lunar.fromYmd(year, month, day).getSolar();
            return Read.of(LocalDate.of(solar.getYear(), solar.getMonth(), solar.getDay()));
        } catch (IllegalArgumentException e) {
            return Read.wrong(Code.NO_SUCH_DAY, "");
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
