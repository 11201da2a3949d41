package io.chunfeng.plan.format;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fields of one JSON object, read by name. A getter that finds something wrong notes it with its path and answers null,
 * or the smallest admitted number; whoever builds a record asks {@link #failed()} before trusting the values.
 */
final class Fields {
    /** 100 million yuan: sums of so much over a whole season still fit into a long of fen. */
    private static final BigDecimal MOST_YUAN = new BigDecimal(100_000_000);

    private static final BigDecimal MOST_YUAN_IN_SUM = new BigDecimal(10_000_000_000_000L);

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final Map<String, Json> values;
    private final String path;
    private final Problems problems;
    private final long problemsBefore;
    private final Set<String> known = new LinkedHashSet<>();

    Fields(Json.Obj object, String path, Problems problems) {
        this.values = object.fields();
        this.path = path;
        this.problems = problems;
        this.problemsBefore = problems.count();
    }

    String path() {
        return path;
    }

    String path(String field) {
        return Problems.child(path, field);
    }

    void problem(String field, String message) {
        problems.add(path(field), message);
    }

    /** Whether anything was wrong since the reading of this object began. */
    boolean failed() {
        return problems.count() > problemsBefore;
    }

    long problemCount() {
        return problems.count();
    }

    /** Notes an interval that ends before it begins; either end may be null. */
    void ordered(String fromField, Instant from, String toField, Instant to) {
        if (from != null && to != null && to.isBefore(from)) {
            problem(toField, "is before " + fromField);
        }
    }

    /** A number that cannot be a latitude, but a longitude; everything else is NaN. */
    double longitudeOrNaN(String field) {
        return values.get(field) instanceof Json.Num num && num.digits().matches("-?(9\\d|1[0-7]\\d)(\\.\\d+)?")
                ? Double.parseDouble(num.digits())
                : Double.NaN;
    }

    /** Notes every field that nobody asked for. Call last. */
    void done() {
        for (String field : values.keySet()) {
            if (!known.contains(field)) {
                problem(field, "unknown field; known here are " + String.join(", ", known));
            }
        }
    }

    /** Makes a field known that is read elsewhere. */
    void know(String field) {
        known.add(field);
    }

    boolean has(String field) {
        known.add(field);
        return values.containsKey(field);
    }

    private Json required(String field) {
        if (!has(field)) {
            problem(field, "missing");
        }
        return values.get(field);
    }

    private <T> T wrong(String field, Json value, String expected) {
        problem(field, "is " + value.kind() + ", expected " + expected);
        return null;
    }

    /** Text that is not blank. */
    String text(String field) {
        Json value = required(field);
        if (value instanceof Json.Text text && !text.value().isBlank()) {
            return text.value();
        }
        return value == null ? null : wrong(field, value, "text that is not blank");
    }

    /** Text, or null when the field is absent or null. */
    String textOrNull(String field) {
        return has(field) && !(values.get(field) instanceof Json.Null) ? text(field) : null;
    }

    /** Text of exactly so many digits. */
    String digits(String field, int count) {
        Json value = required(field);
        if (value instanceof Json.Text text && text.value().matches("[0-9]{" + count + "}")) {
            return text.value();
        }
        return value == null ? null : wrong(field, value, "a text of " + count + " digits");
    }

    int whole(String field, int least, int most) {
        return (int) wholeLong(field, least, most);
    }

    int wholeOr(String field, int absent, int least, int most) {
        return has(field) ? whole(field, least, most) : absent;
    }

    long wholeLong(String field, long least, long most) {
        BigDecimal number = number(field, "a whole number from " + least + " to " + most);
        if (number == null) {
            return least;
        }
        if (number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0
                || number.stripTrailingZeros().scale() > 0) {
            wrong(field, values.get(field), "a whole number from " + least + " to " + most);
            return least;
        }
        return number.longValueExact();
    }

    BigDecimal decimalOr(String field, BigDecimal absent, BigDecimal least, BigDecimal most) {
        if (!has(field)) {
            return absent;
        }
        String expected = "a number from " + least + " to " + most;
        BigDecimal number = number(field, expected);
        if (number != null && (number.compareTo(least) < 0 || number.compareTo(most) > 0)) {
            return wrong(field, values.get(field), expected);
        }
        return number;
    }

    /** A finite number for figures that are not money, metres or seconds. */
    double decimal(String field, double least, double most) {
        BigDecimal number = number(field, "a number from " + least + " to " + most);
        if (number == null) {
            return least;
        }
        double value = number.doubleValue();
        if (value < least || value > most) {
            wrong(field, values.get(field), "a number from " + least + " to " + most);
            return least;
        }
        return value;
    }

    /** An amount in yuan with at most two decimals, as whole fen. */
    long fen(String field) {
        return fen(field, MOST_YUAN);
    }

    private long fen(String field, BigDecimal most) {
        String expected = "yuan from 0 to " + most.toPlainString() + " with at most two decimals";
        BigDecimal yuan = number(field, expected);
        if (yuan == null) {
            return 0;
        }
        if (yuan.signum() < 0
                || yuan.compareTo(most) > 0
                || yuan.stripTrailingZeros().scale() > 2) {
            wrong(field, values.get(field), expected);
            return 0;
        }
        return yuan.movePointRight(2).longValueExact();
    }

    /** Like {@link #fen(String)}, for sums over a whole plan. */
    long largeFen(String field) {
        return fen(field, MOST_YUAN_IN_SUM);
    }

    long fenOr(String field, long absent) {
        return has(field) ? fen(field) : absent;
    }

    private BigDecimal number(String field, String expected) {
        Json value = required(field);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Json.Num num)) {
            return wrong(field, value, expected);
        }
        try {
            BigDecimal number = new BigDecimal(num.digits());
            if (Math.abs((long) number.scale()) <= 400) {
                return number;
            }
        } catch (NumberFormatException e) {
            // an exponent beyond any int: refused like every other extreme number
        }
        return wrong(field, value, expected);
    }

    boolean bool(String field) {
        Json value = required(field);
        if (value instanceof Json.Bool bool) {
            return bool.value();
        }
        if (value != null) {
            wrong(field, value, "true or false");
        }
        return false;
    }

    boolean boolOr(String field, boolean absent) {
        return has(field) ? bool(field) : absent;
    }

    /** A moment in whole seconds, with its offset. */
    Instant time(String field) {
        String expected = "a time with offset in whole seconds, like \"2024-02-17T08:30:00+08:00\"";
        Json value = required(field);
        if (value == null) {
            return null;
        }
        if (value instanceof Json.Text text) {
            try {
                Instant time = OffsetDateTime.parse(text.value()).toInstant();
                if (time.getNano() == 0 && !time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
                    return time;
                }
            } catch (DateTimeException e) {
                return wrong(field, value, expected);
            }
        }
        return wrong(field, value, expected);
    }

    LocalDate dateOrNull(String field) {
        if (!has(field) || values.get(field) instanceof Json.Null) {
            return null;
        }
        if (values.get(field) instanceof Json.Text text && text.value().matches("(199|20\\d|21\\d)\\d-\\d\\d-\\d\\d")) {
            try {
                return LocalDate.parse(text.value());
            } catch (DateTimeException e) {
                return wrong(field, values.get(field), "a date that exists");
            }
        }
        return wrong(field, values.get(field), "a date like \"2024-02-17\"");
    }

    LocalTime timeOfDayOr(String field, LocalTime absent) {
        if (!has(field)) {
            return absent;
        }
        if (values.get(field) instanceof Json.Text text && text.value().matches("([01]\\d|2[0-3]):[0-5]\\d")) {
            return LocalTime.parse(text.value());
        }
        return wrong(field, values.get(field), "a time of day like \"22:00\"");
    }

    <E extends Enum<E>> E choice(String field, Class<E> type) {
        Json value = required(field);
        return value == null ? null : constant(field, value, type);
    }

    <E extends Enum<E>> E choiceOr(String field, Class<E> type, E absent) {
        return has(field) ? choice(field, type) : absent;
    }

    /** One or more different constants. */
    <E extends Enum<E>> Set<E> choicesOr(String field, Class<E> type, Set<E> absent) {
        if (!has(field)) {
            return absent;
        }
        if (!(values.get(field) instanceof Json.Arr array) || array.values().isEmpty()) {
            return wrong(field, values.get(field), "an array of one or more of " + names(type));
        }
        Set<E> chosen = EnumSet.noneOf(type);
        for (int i = 0; i < array.values().size(); i++) {
            E constant = constant(field + "[" + i + "]", array.values().get(i), type);
            if (constant != null && !chosen.add(constant)) {
                problems.add(path + "." + field + "[" + i + "]", "appears twice; keep one");
            }
        }
        return chosen;
    }

    private <E extends Enum<E>> E constant(String field, Json value, Class<E> type) {
        if (value instanceof Json.Text text) {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(text.value())) {
                    return constant;
                }
            }
        }
        problems.add(path + "." + field, "is " + value.kind() + ", expected one of " + names(type));
        return null;
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    /** An object inside, or null when absent or of another kind. Whoever reads it calls its {@link #done()}. */
    Fields objectOrNull(String field) {
        if (!has(field)) {
            return null;
        }
        return values.get(field) instanceof Json.Obj object
                ? new Fields(object, path(field), problems)
                : wrong(field, values.get(field), "an object in braces { … }");
    }

    Fields object(String field) {
        return required(field) == null ? null : objectOrNull(field);
    }

    /** The objects of an array inside; those that are not objects are noted and left out. */
    List<Fields> objects(String field) {
        List<Fields> objects = new ArrayList<>();
        Json value = required(field);
        if (value instanceof Json.Arr array) {
            for (int i = 0; i < array.values().size(); i++) {
                String childPath = path(field) + "[" + i + "]";
                if (array.values().get(i) instanceof Json.Obj object) {
                    objects.add(new Fields(object, childPath, problems));
                } else {
                    problems.add(
                            childPath, "is " + array.values().get(i).kind() + ", expected an object in braces { … }");
                }
            }
        } else if (value != null) {
            wrong(field, value, "an array of objects [ { … }, … ]");
        }
        return objects;
    }

    /** All fields of an object used as a table of texts. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Json> entry : values.entrySet()) {
            known.add(entry.getKey());
            if (entry.getValue() instanceof Json.Text text) {
                texts.put(entry.getKey(), text.value());
            } else {
                wrong(entry.getKey(), entry.getValue(), "text");
            }
        }
        return texts;
    }
}
