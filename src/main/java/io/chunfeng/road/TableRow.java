package io.chunfeng.road;

import java.nio.file.Path;
import java.util.List;

/** One line of a table: its fields under the names of the head line. */
record TableRow(Path file, int line, List<String> columns, List<String> fields) {
    String text(String column) {
        return fields.get(columns.indexOf(column));
    }
}
