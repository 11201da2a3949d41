package io.chunfeng.manifest;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text as people and spreadsheets write it, without what carries no meaning. */
final class Written {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\s\\p{Z}]+");
    private static final Pattern BETWEEN_HAN = Pattern.compile("(?<=[\\p{IsHan}·])\\s+(?=[\\p{IsHan}·])");
    private static final Pattern DOTS = Pattern.compile("(?<=\\p{IsHan})\\s*[·•・‧∙.．]\\s*(?=\\p{IsHan})");
    private static final Pattern NUMBER_CELL = Pattern.compile("\\d+\\.0");

    private Written() {}

    /** Half-width, single spaces. */
    static String text(String typed) {
        return INVISIBLE
                .matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
    }

    /** Half-width, no spaces at all. */
    static String word(String typed) {
        return text(typed).replace(" ", "");
    }

    /** 张　三 → 张三; the dot of 阿依古丽·买买提 in its one form; spaces stay between Latin words. */
    static String name(String typed) {
        String dotted = DOTS.matcher(text(typed)).replaceAll("·");
        return BETWEEN_HAN.matcher(dotted).replaceAll("");
    }

    /** Upper case, without the apostrophe of text cells, hyphens, and the ".0" of number cells. */
    static String number(String typed) {
        String word = word(typed).replaceAll("^['‘’`]+|[-‐‑–—]", "").toUpperCase(java.util.Locale.ROOT);
        String upright = word.replaceAll("(?<=^\\d{17})[×*Χ]$", "X");
        return NUMBER_CELL.matcher(upright).matches() ? upright.substring(0, upright.length() - 2) : upright;
    }
}
