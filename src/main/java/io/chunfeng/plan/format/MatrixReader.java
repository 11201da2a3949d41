package io.chunfeng.plan.format;

import io.chunfeng.road.RoadMatrix;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Streams the matrix straight into arrays: it is nearly all of a large file. */
final class MatrixReader {
    private static final int MOST_PLACES = 20_000;
    private static final int MOST_METRES_OR_SECONDS = 1_000_000_000;

    private final JsonSource source;
    private final Problems problems;
    private final String path;
    private long bytes;

    private final List<String> placeIds = new ArrayList<>();
    private List<int[]> metres;
    private List<int[]> seconds;
    private List<double[]> expressway;

    private MatrixReader(JsonSource source, String path) {
        this.source = source;
        this.problems = source.problems();
        this.path = path;
    }

    /** Reads the matrix that is the current token; null when it is JSON's null or wrong, which has been noted then. */
    static RoadMatrix read(JsonSource source, String path) {
        JsonToken token = source.parser().currentToken();
        if (token == JsonToken.START_OBJECT) {
            return new MatrixReader(source, path).matrix();
        }
        if (token != JsonToken.VALUE_NULL) {
            source.problems().add(path, "expected an object with placeIds, metres, seconds");
            source.parser().skipChildren();
        }
        return null;
    }

    private RoadMatrix matrix() {
        long before = problems.count();
        Map<String, Consumer<String>> parts = new LinkedHashMap<>();
        parts.put("placeIds", this::ids);
        parts.put("metres", at -> metres = rows(at, int[]::new, this::cell));
        parts.put("seconds", at -> seconds = rows(at, int[]::new, this::cell));
        parts.put("expressway", at -> expressway = rows(at, double[]::new, this::share));
        Json.Obj rest = source.object(path, parts);
        Fields fields = new Fields(rest, path, problems);
        parts.keySet().forEach(fields::know);
        fields.done();
        if (placeIds.isEmpty()) {
            problems.add(path + ".placeIds", "missing or empty");
        }
        boolean shaped = square(
                "metres",
                metres == null ? null : metres.stream().map(row -> row.length).toList());
        shaped &= square(
                "seconds",
                seconds == null ? null : seconds.stream().map(row -> row.length).toList());
        if (expressway != null) {
            shaped &= square(
                    "expressway", expressway.stream().map(row -> row.length).toList());
        }
        if (shaped && problems.count() == before) {
            compareCells();
        }
        if (problems.count() > before) {
            return null;
        }
        return new RoadMatrix(placeIds, metres.toArray(int[][]::new), seconds.toArray(int[][]::new), shares());
    }

    private void ids(String at) {
        JsonParser parser = source.parser();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            problems.add(at, "expected an array of place ids");
            parser.skipChildren();
            return;
        }
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String cell = at + "[" + placeIds.size() + "]";
            if (placeIds.size() == MOST_PLACES) {
                problems.add(at, "has more than " + MOST_PLACES + " places");
                throw new JsonSource.Stop();
            }
            String id = "";
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                id = parser.getString();
                if (!seen.add(id)) {
                    problems.add(cell, "the id " + Problems.quote(id) + " appears twice");
                }
            } else {
                problems.add(cell, "expected a place id (text)");
                parser.skipChildren();
            }
            placeIds.add(id);
        }
    }

    /** Writes the current token into the row. */
    private interface Cell<A> {
        void read(A row, int column, String rowPath);
    }

    private <A> List<A> rows(String at, IntFunction<A> newRow, Cell<A> cell) {
        JsonParser parser = source.parser();
        List<A> rows = new ArrayList<>();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            problems.add(at, "expected an array of rows [ [ … ], … ]");
            parser.skipChildren();
            return rows;
        }
        int width = placeIds.isEmpty() ? 16 : placeIds.size();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String rowPath = at + "[" + rows.size() + "]";
            if (rows.size() == MOST_PLACES) {
                problems.add(at, "has more than " + MOST_PLACES + " rows");
                throw new JsonSource.Stop();
            }
            A row = row(rowPath, newRow, width, cell);
            width = Math.max(1, Array.getLength(row));
            rows.add(row);
        }
        return rows;
    }

    private <A> A row(String rowPath, IntFunction<A> newRow, int width, Cell<A> cell) {
        JsonParser parser = source.parser();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            problems.add(rowPath, "expected a row [ … ]");
            parser.skipChildren();
            return newRow.apply(0);
        }
        A row = newRow.apply(width);
        int capacity = width;
        int column = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (column == MOST_PLACES) {
                problems.add(rowPath, "has more than " + MOST_PLACES + " cells");
                throw new JsonSource.Stop();
            }
            if (column == capacity) {
                capacity = Math.min(MOST_PLACES, capacity * 2);
                row = resized(row, newRow, column, capacity);
            }
            cell.read(row, column++, rowPath);
        }
        budget(column, rowPath);
        return column == capacity ? row : resized(row, newRow, column, column);
    }

    private static <A> A resized(A row, IntFunction<A> newRow, int filled, int capacity) {
        A larger = newRow.apply(capacity);
        System.arraycopy(row, 0, larger, 0, filled);
        return larger;
    }

    /** Refuses before the memory is used up. */
    private void budget(int cells, String rowPath) {
        bytes += 32 + 8L * cells;
        if (bytes > Runtime.getRuntime().maxMemory() * 3 / 4) {
            problems.add(
                    rowPath, "the matrix does not fit into memory; start with a larger heap, for example java -Xmx8g");
            throw new JsonSource.Stop();
        }
    }

    private void cell(int[] row, int column, String rowPath) {
        JsonParser parser = source.parser();
        switch (parser.currentToken()) {
            case VALUE_NULL -> row[column] = RoadMatrix.UNREACHABLE;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> row[column] = number(rowPath, column);
            default -> {
                problems.add(rowPath + "[" + column + "]", "expected a whole number, or null where there is no way");
                parser.skipChildren();
            }
        }
    }

    private int number(String rowPath, int column) {
        JsonParser parser = source.parser();
        double value = parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getStringLength() < 10
                ? parser.getIntValue()
                : parser.getDoubleValue();
        if (!(value >= 0 && value <= MOST_METRES_OR_SECONDS && value == Math.rint(value))) {
            problems.add(
                    rowPath + "[" + column + "]",
                    "is " + new Json.Num(parser.getString()).digits() + ", expected a whole number from 0 to "
                            + MOST_METRES_OR_SECONDS + ", or null where there is no way");
            return 0;
        }
        return (int) value;
    }

    private void share(double[] row, int column, String rowPath) {
        JsonParser parser = source.parser();
        double value = switch (parser.currentToken()) {
            case VALUE_NULL -> -0.5; // told apart from every number below
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            default -> Double.NaN;
        };
        if (parser.currentToken() != JsonToken.VALUE_NULL && !(value >= 0 && value <= 1)) {
            problems.add(rowPath + "[" + column + "]", "expected a share from 0 to 1");
            parser.skipChildren();
            value = 0;
        }
        row[column] = value;
    }

    private boolean square(String part, List<Integer> widths) {
        int n = placeIds.size();
        if (widths == null) {
            problems.add(path + "." + part, "missing");
            return false;
        }
        boolean square = widths.size() == n;
        if (!square) {
            problems.add(
                    path + "." + part, "has " + widths.size() + " rows, expected one for each of " + n + " placeIds");
        }
        for (int i = 0; i < widths.size(); i++) {
            if (widths.get(i) != n) {
                square = false;
                problems.add(
                        path + "." + part + "[" + i + "]",
                        "has " + widths.get(i) + " cells, expected one for each of " + n + " placeIds");
            }
        }
        return square;
    }

    private void compareCells() {
        for (int i = 0; i < placeIds.size(); i++) {
            int[] m = metres.get(i);
            int[] s = seconds.get(i);
            for (int j = 0; j < m.length; j++) {
                if ((m[j] == RoadMatrix.UNREACHABLE) != (s[j] == RoadMatrix.UNREACHABLE)) {
                    String nullPart = m[j] == RoadMatrix.UNREACHABLE ? ".metres" : ".seconds";
                    String cell = "[" + i + "][" + j + "]";
                    problems.add(
                            path + nullPart + cell, "is null, but metres and seconds are null together or not at all");
                }
                if (expressway != null && expressway.get(i)[j] < 0) {
                    expressway.get(i)[j] = 0;
                    if (m[j] != RoadMatrix.UNREACHABLE) {
                        problems.add(
                                path + ".expressway[" + i + "][" + j + "]",
                                "is null, but there is a way; expected a share from 0 to 1");
                    }
                }
            }
            if (m[i] != 0) {
                problems.add(path + ".metres[" + i + "][" + i + "]", "must be 0: from a place to itself");
            }
            if (s[i] != 0) {
                problems.add(path + ".seconds[" + i + "][" + i + "]", "must be 0: from a place to itself");
            }
        }
    }

    private double[][] shares() {
        if (expressway != null) {
            return expressway.toArray(double[][]::new);
        }
        double[][] none = new double[placeIds.size()][];
        Arrays.fill(none, new double[placeIds.size()]); // one row for all: nobody changes a matrix
        return none;
    }
}
