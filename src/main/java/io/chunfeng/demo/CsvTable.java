package io.chunfeng.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** A table of the demo: UTF-8, one header line, commas, no quoting. */
record CsvTable(String name, List<String> header, List<Row> rows) {

    /** @throws IllegalStateException naming file and line when the table is broken: it is part of the program */
    static CsvTable read(String name) {
        List<String> lines = lines(name);
        List<String> header = List.of(lines.get(0).split(","));
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            List<String> cells = List.of(lines.get(i).split(",", -1));
            if (cells.size() != header.size()) {
                throw new IllegalStateException(
                        name + " line " + (i + 1) + ": " + cells.size() + " cells, expected " + header.size());
            }
            rows.add(new Row(header, cells));
        }
        return new CsvTable(name, header, rows);
    }

    private static List<String> lines(String name) {
        try (InputStream in = CsvTable.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) {
                throw new IllegalStateException("demo/" + name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("demo/" + name + " cannot be read", e);
        }
    }

    record Row(List<String> header, List<String> cells) {

        String text(String column) {
            int index = header.indexOf(column);
            if (index < 0) {
                throw new IllegalStateException("no column " + column + " in " + header);
            }
            return cells.get(index);
        }

        int number(String column) {
            return Integer.parseInt(text(column));
        }

        double degrees(String column) {
            return Double.parseDouble(text(column));
        }

        /** Yuan with at most two decimals, as fen. */
        long fen(String column) {
            return new BigDecimal(text(column)).movePointRight(2).longValueExact();
        }

        Instant instant(String column) {
            return OffsetDateTime.parse(text(column)).toInstant();
        }
    }
}
