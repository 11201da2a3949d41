package io.chunfeng.web;

import io.chunfeng.place.Place;
import io.chunfeng.plan.PlanningProblem;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Single fields of the closure form; null for what cannot be read. */
final class ClosureFields {
    private static final int LONGEST_TEXT = 200;
    private static final int NAMED = 6;
    /** G5, S20, G0511, X201, 国道108, 108国道; 省道, 县道 and 乡道 likewise. */
    private static final Pattern ROAD = Pattern.compile("([GSXY])(\\d{1,5})|([国省县乡])道(\\d{1,5})|(\\d{1,5})([国省县乡])道");

    private final PlaceChoice places;
    private final FieldErrors wrong;

    ClosureFields(PlaceChoice places, FieldErrors wrong) {
        this.places = places;
        this.wrong = wrong;
    }

    Place place(String field, String typed) {
        if (typed.isBlank()) {
            wrong.add(field, "closure.error.place");
            return null;
        }
        PlaceChoice.Chosen chosen = places.choose(typed);
        if (chosen.place() == null) {
            List<String> candidates = chosen.candidates();
            String named = String.join("、", candidates.subList(0, Math.min(NAMED, candidates.size())));
            wrong.add(
                    field,
                    candidates.isEmpty()
                            ? "closure.error.unknownPlace"
                            : candidates.size() > NAMED ? "closure.error.manyPlaces" : "closure.error.severalPlaces",
                    named);
        }
        return chosen.place();
    }

    /** As on maps: G5, S20. Null also for an empty field, which is right. */
    String roadNumber(String field, String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
        if (text.isEmpty()) {
            return null;
        }
        Matcher matcher = ROAD.matcher(text);
        if (!matcher.matches()) {
            wrong.add(field, "closure.error.number");
            return null;
        }
        if (matcher.group(1) != null) {
            return text;
        }
        String rank = matcher.group(3) == null ? matcher.group(6) : matcher.group(3);
        String digits = matcher.group(4) == null ? matcher.group(5) : matcher.group(4);
        return "GSXY".charAt("国省县乡".indexOf(rank)) + digits;
    }

    BigDecimal number(String field, String typed, String least, String most, String key) {
        try {
            BigDecimal number = new BigDecimal(Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC));
            if (number.compareTo(new BigDecimal(least)) >= 0 && number.compareTo(new BigDecimal(most)) <= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, like a figure out of range
        }
        wrong.add(field, key);
        return null;
    }

    Instant moment(String field, String typed) {
        try {
            return LocalDateTime.parse(typed.strip())
                    .atZone(PlanningProblem.ZONE)
                    .toInstant();
        } catch (DateTimeParseException e) {
            wrong.add(field, "closure.error.moment");
            return null;
        }
    }

    String text(String field, String typed) {
        if (typed.isBlank()) {
            wrong.add(field, "closure.error.reason");
        } else if (typed.strip().length() > LONGEST_TEXT) {
            wrong.add(field, "closure.error.longReason");
        }
        return typed.strip();
    }
}
