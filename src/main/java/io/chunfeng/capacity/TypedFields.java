package io.chunfeng.capacity;

import io.chunfeng.place.Place;
import io.chunfeng.place.Prefectures;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Typed text to values, field by field; null for what cannot be read, with a finding that says why. */
final class TypedFields {
    private static final int LONGEST_TEXT = 100;
    private static final int NAMED = 6;
    private static final BigDecimal MOST_YUAN = new BigDecimal(100_000_000);
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39}");
    /** 1,200 or 53座 or 12.50元/公里: a number, and perhaps its unit. */
    private static final Pattern NUMBER = Pattern.compile("(-?[\\d,]*\\.?\\d+)\\s*[座辆节人个位张天日元]?(?:/\\p{L}+)?");

    private final Map<String, String> typed;
    private final String prefix;
    private final Surroundings surroundings;
    private final List<Finding> findings;

    TypedFields(Map<String, String> typed, Surroundings surroundings) {
        this(typed, "", surroundings, new ArrayList<>());
    }

    private TypedFields(Map<String, String> typed, String prefix, Surroundings surroundings, List<Finding> findings) {
        this.typed = typed;
        this.prefix = prefix;
        this.surroundings = surroundings;
        this.findings = findings;
    }

    /** Fields of a part, whose findings come together with these. */
    TypedFields part(Map<String, String> fields, String name) {
        return new TypedFields(fields, prefix + name + ".", surroundings, findings);
    }

    String raw(String field) {
        String value = typed.get(field);
        return value == null
                ? ""
                : Normalizer.normalize(value, Normalizer.Form.NFKC).strip();
    }

    void add(String field, Fault fault, Object... figures) {
        String value = typed.getOrDefault(field, "");
        findings.add(new Finding(
                prefix + field,
                fault,
                value == null ? "" : value,
                List.of(figures).stream().map(Object::toString).toList()));
    }

    String id() {
        String text = required("id");
        if (text != null && !ID.matcher(text).matches()) {
            add("id", Fault.BAD_ID);
            return null;
        }
        return text;
    }

    String text(String field) {
        String text = required(field);
        if (text != null && text.length() > LONGEST_TEXT) {
            add(field, Fault.TOO_LONG, LONGEST_TEXT);
            return null;
        }
        return text;
    }

    Integer whole(String field, int least, int most) {
        if (required(field) == null) {
            return null;
        }
        BigDecimal number = number(field);
        if (number == null
                || number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            add(field, Fault.NOT_WHOLE, least, most);
            return null;
        }
        return number.intValueExact();
    }

    Integer wholeOr(String field, int otherwise, int least, int most) {
        return raw(field).isEmpty() ? Integer.valueOf(otherwise) : whole(field, least, most);
    }

    /** Yuan with at most two decimals, as fen. */
    Long fen(String field) {
        if (required(field) == null) {
            return null;
        }
        BigDecimal yuan = number(field);
        if (yuan == null
                || yuan.signum() < 0
                || yuan.compareTo(MOST_YUAN) > 0
                || yuan.stripTrailingZeros().scale() > 2) {
            add(field, Fault.NOT_MONEY);
            return null;
        }
        return yuan.movePointRight(2).longValueExact();
    }

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    private BigDecimal number(String field) {
        Matcher matcher = NUMBER.matcher(raw(field));
        return matcher.matches() ? new BigDecimal(matcher.group(1).replace(",", "")) : null;
    }

    /** @param last whether a date alone means the end of its day */
    Instant moment(String field, boolean last) {
        String text = required(field);
        if (text == null) {
            return null;
        }
        return TypedMoment.read(text, last).orElseGet(() -> {
            add(field, Fault.NOT_A_MOMENT);
            return null;
        });
    }

    Place place(String field) {
        String text = required(field);
        if (text == null) {
            return null;
        }
        List<Place> found = surroundings.matching(typed.get(field).strip());
        if (found.isEmpty()) {
            found = surroundings.matching(text);
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            add(field, Fault.UNKNOWN_PLACE);
        } else {
            List<String> labels = found.stream()
                    .limit(NAMED)
                    .map(place -> surroundings.label(place.id()))
                    .toList();
            add(field, Fault.SEVERAL_PLACES, String.join("、", labels) + (found.size() > NAMED ? " …" : ""));
        }
        return null;
    }

    /** Four digits. */
    String prefecture(String field) {
        String text = required(field);
        if (text == null) {
            return null;
        }
        return Prefectures.find(text).orElseGet(() -> {
            add(field, Fault.UNKNOWN_PREFECTURE);
            return null;
        });
    }

    /** @param words in the field's own words or as constants of the exchange format */
    <E extends Enum<E>> E choice(String field, Map<String, E> words) {
        String text = required(field);
        if (text == null) {
            return null;
        }
        E named = words.get(text);
        if (named == null) {
            named = words.values().stream()
                    .filter(value -> value.name().equals(text))
                    .findFirst()
                    .orElse(null);
        }
        if (named == null) {
            add(field, Fault.UNKNOWN_WORD, String.join("、", words.keySet()));
        }
        return named;
    }

    private String required(String field) {
        String text = raw(field);
        if (text.isEmpty()) {
            add(field, Fault.MISSING);
            return null;
        }
        return text;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    boolean failed() {
        return findings.stream().anyMatch(Finding::error);
    }

    List<Finding> findings() {
        return findings;
    }
}
