package io.chunfeng.statistics;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;

/** Why something cannot be a template; names the place. Pages have their own words for the code. */
public final class TemplateFault extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public enum Code {
        ID("a template needs an id (a capital letter, then letters, digits and hyphens), not “{0}”"),
        TITLE("a template needs a title"),
        LAYOUT("the layout is missing"),
        PROVINCE("province “{0}” is no province of GB/T 2260"),
        CITY_CODE("code of a city must be four digits that begin with {1}: {0}"),
        NO_COLUMNS("columns are missing"),
        NO_CALENDAR("the calendar is missing"),
        NO_TEXT("a column has no text"),
        NO_SOURCE("column “{0}” needs either a source or columns below it"),
        SOURCE_PARTS("column “{0}”: a source MEASURE names its measure, a source SUM its sumOfColumns, others neither"),
        MONEY_UNIT("column “{0}” is money: its unit is 万元 or 元"),
        TWICE("{0} {1} is given twice"),
        SOURCE_AND_COLUMNS("column “{0}” has a source and columns below: only an item may have both"),
        CITY_COLUMN(
                "a table by city, and no other form, begins with the name of the city and has it once: column {0} “{1}”"),
        SUMS_NOTHING("column “{0}” sums no column"),
        SUMMAND("column “{0}” sums column {1}, which has no figure of its own"),
        SUMMAND_KIND("column “{0}” sums column {1}, which is not of the same kind as the others"),
        CHECK_COLUMN("check {0} is about column {1}, which is not an entered one"),
        CHECK_KIND("check {0} does not suit column {1}"),
        CHECK_PARTS("a check needs a rule and the columns it is about"),
        CHECK_WHOLE("check {0}: 其中 and 合计 need their whole, lists of counties have none"),
        WEEKLY_DAYS("weekly reports need the first and the last day of the campaign"),
        WEEKLY_PARTS("weekly reports need a day, a time and the date they begin after"),
        DAYS_ORDER("the campaign ends ({1}) before it begins ({0})"),
        DUE_DATE("a due date needs its kind and its date"),
        NUMBER("“{0}” is no number of a column"),
        LIMIT("“{0}” is no plausible limit: a number that is not negative"),
        DATE("“{0}” is no date or time"),
        CHANGED("column “{0}” holds something else than in an earlier version: remove it and add a new column");

        private final String english;

        Code(String english) {
            this.english = english;
        }
    }

    private final Code code;
    private final transient List<String> args;

    public TemplateFault(Code code, Object... args) {
        super(MessageFormat.format(code.english, texts(args).toArray()));
        this.code = code;
        this.args = texts(args);
    }

    private static List<String> texts(Object[] args) {
        return Arrays.stream(args).map(String::valueOf).toList();
    }

    public Code code() {
        return code;
    }

    public List<String> args() {
        return args;
    }
}
