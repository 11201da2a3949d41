package io.chunfeng.road;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as text: UTF-8, one head line, fields between commas without quotes. Lines that begin with # and empty lines are skipped.
 * A byte order mark and Windows line ends are taken as they come from a spreadsheet.
 */
final class Table {
    private Table() {}

    static List<TableRow> read(Path file, List<String> columns, TableFaults faults) {
        List<TableRow> rows = new ArrayList<>();
        String[] lines = text(file, faults).split("\r?\n", -1);
        boolean headSeen = false;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].isBlank() || lines[i].startsWith("#")) {
                continue;
            }
            List<String> fields = fields(lines[i]);
            if (!headSeen) {
                headSeen = true;
                if (!fields.equals(columns)) {
                    faults.add(
                            file,
                            i + 1,
                            "the head line is '" + lines[i] + "'",
                            "it must be " + String.join(",", columns));
                    return List.of();
                }
            } else if (fields.size() != columns.size()) {
                faults.add(
                        file,
                        i + 1,
                        fields.size() + " fields instead of " + columns.size(),
                        "write " + String.join(",", columns) + ", without commas inside a field");
            } else if (lines[i].indexOf('"') >= 0) {
                faults.add(file, i + 1, "a quotation mark", "write fields without quotation marks");
            } else {
                rows.add(new TableRow(file, i + 1, columns, fields));
            }
        }
        if (rows.isEmpty() && faults.count() == 0) {
            faults.add(
                    file,
                    "the table is empty",
                    "it needs the head line " + String.join(",", columns) + " and at least one line");
        }
        return rows;
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        for (String field : line.split(",", -1)) {
            fields.add(field.strip());
        }
        return fields;
    }

    private static String text(Path file, TableFaults faults) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            faults.add(file, "not UTF-8 text", "save it as \"CSV UTF-8\"");
        } catch (IOException e) {
            faults.add(file, "cannot be read (" + e + ")", "check that the file exists and may be read");
        }
        return "";
    }
}
