package io.chunfeng.road;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The numbers of the roads of a way, merged to stretches. */
final class RoadNumbers {
    /** A stretch without number (a ramp, a toll plaza, a hole in the map) that is shorter does not end the number before and behind it. */
    static final double GAP_METRES = 5_000;

    private static final Pattern SEPARATOR = Pattern.compile("[;,，；、/|]");
    private static final Pattern EXPRESSWAY = Pattern.compile("G\\d{1,4}([ENSW]\\d?)?|S\\d{1,4}");
    private static final Pattern NATIONAL = Pattern.compile("G\\d{3}");

    private RoadNumbers() {}

    /**
     * @param numbers it carries, none or several
     * @param name or empty
     */
    record Piece(List<String> numbers, String name, double metres) {
        boolean continues(String number) {
            return numbers.contains(number);
        }
    }

    /**
     * The numbers that a plate may name: on an expressway G… and S…, elsewhere those of national roads (G and three digits).
     *
     * @param ref as the map writes it, for example {@code G5;G20} or {@code G1,AH1}
     */
    static List<String> in(String ref, boolean expressway) {
        Pattern wanted = expressway ? EXPRESSWAY : NATIONAL;
        return written(ref).stream()
                .filter(number -> wanted.matcher(number).matches())
                .toList();
    }

    /** All numbers of whatever kind, in capitals without blanks. */
    static List<String> written(String ref) {
        return Arrays.stream(SEPARATOR.split(ref))
                .map(number -> number.replace(" ", "").toUpperCase(Locale.ROOT))
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
    }

    /** Of several numbers the one that goes on furthest is taken, so that the stretches are as few and long as can be. */
    static List<Passed.Road> merged(List<Piece> pieces, double startMetres) {
        List<Passed.Road> roads = new ArrayList<>();
        double metres = startMetres;
        int next = 0;
        while (next < pieces.size()) {
            int from = next++;
            String number = null;
            for (String candidate : pieces.get(from).numbers()) {
                int end = end(pieces, from, candidate);
                if (number == null || end > next) {
                    number = candidate;
                    next = end;
                }
            }
            List<Piece> stretch = pieces.subList(from, next);
            double end = metres + stretch.stream().mapToDouble(Piece::metres).sum();
            if (number != null) {
                roads.add(new Passed.Road(
                        number, name(stretch, number), (int) Math.round(metres), (int) Math.round(end)));
            }
            metres = end;
        }
        return roads;
    }

    /** Index behind the last piece that a number reaches from a piece that carries it. */
    private static int end(List<Piece> pieces, int from, String number) {
        int end = from;
        double gap = 0;
        for (int i = from; i < pieces.size() && gap < GAP_METRES; i++) {
            Piece piece = pieces.get(i);
            if (piece.continues(number)) {
                end = i + 1;
                gap = 0;
            } else if (piece.numbers().isEmpty()) {
                gap += piece.metres();
            } else {
                break;
            }
        }
        return end;
    }

    /** The one of the most metres; where two roads run together the name may be that of the other, so it counts only where there is no better. */
    private static String name(List<Piece> stretch, String number) {
        String alone =
                nameOfMost(stretch.stream().filter(piece -> piece.numbers().equals(List.of(number))));
        return alone.isEmpty() ? nameOfMost(stretch.stream().filter(piece -> piece.continues(number))) : alone;
    }

    private static String nameOfMost(Stream<Piece> pieces) {
        Map<String, Double> metres = pieces.filter(piece -> !piece.name().isEmpty())
                .collect(Collectors.toMap(Piece::name, Piece::metres, Double::sum));
        return metres.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
