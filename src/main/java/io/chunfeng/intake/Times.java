package io.chunfeng.intake;

import io.chunfeng.intake.Problem.Code;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of day: 8:00, 20点, 上午8点, 下午2:30, 晚8点半, 14时30分, 24:00. */
final class Times {
    private static final String PERIODS = "凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|夜间|早|晚|AM|PM";
    static final Pattern TIME = Pattern.compile(
            "(" + PERIODS
                    + ")?(\\d{1,2}|[一二三四五六七八九十]{1,3}|两)(?:[:](\\d{1,2})(?:[:](\\d{1,2})(?:\\.0+)?)?|[点时](?:(\\d{1,2})分?|(半)|(一刻)|(三刻)|整|钟)?)(AM|PM)?",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> DIGITS = List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十");

    private Times() {}

    /** @param text without spaces, NFKC. The answer's day is null. */
    static Read<When> read(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return Read.wrong(Code.BAD_TIME, text.matches("\\d{1,2}") ? text + ":00" : "");
        }
        String period = time.group(1) != null ? time.group(1) : time.group(9);
        int hour = hour(time.group(2), period == null ? "" : period.toUpperCase(java.util.Locale.ROOT));
        int minute = minute(time);
        if (hour == 24 && minute == 0) {
            return Read.of(new When(null, LocalTime.MIDNIGHT, true));
        }
        return hour < 0 || hour > 23 || minute > 59
                ? Read.wrong(Code.BAD_TIME, "")
                : Read.of(new When(null, LocalTime.of(hour, minute), false));
    }

    private static int hour(String text, String period) {
        int hour = text.matches("\\d+") ? Integer.parseInt(text) : chinese(text);
        return switch (period) {
            case "下午", "傍晚", "PM" -> hour < 12 ? hour + 12 : hour;
            case "晚上", "晚", "夜里", "夜间" ->
                hour == 12 ? 24 : hour < 5 ? -1 : hour < 12 ? hour + 12 : hour; // 晚1点 is on the next day: not guessed
            case "中午" -> hour < 4 ? hour + 12 : hour;
            case "凌晨", "AM" -> hour == 12 ? 0 : hour;
            default -> hour;
        };
    }

    private static int minute(Matcher time) {
        if (time.group(6) != null) {
            return 30;
        }
        if (time.group(7) != null || time.group(8) != null) {
            return time.group(7) != null ? 15 : 45;
        }
        String digits = time.group(3) != null ? time.group(3) : time.group(5);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int chinese(String text) {
        if (text.equals("两")) {
            return 2;
        }
        int ten = text.indexOf('十');
        if (ten < 0) {
            return text.length() == 1 ? DIGITS.indexOf(text) + 1 : -1;
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(text.substring(0, ten)) + 1;
        int units = ten + 1 == text.length() ? 0 : DIGITS.indexOf(text.substring(ten + 1)) + 1;
        return tens * 10 + units;
    }
}
