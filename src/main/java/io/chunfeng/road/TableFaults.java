package io.chunfeng.road;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the tables, to report it all at once. */
final class TableFaults {
    private static final int SHOWN = 20;

    private final List<String> messages = new ArrayList<>();

    void add(TableRow row, String fault, String remedy) {
        add(row.file(), row.line(), fault, remedy);
    }

    void add(Path file, int line, String fault, String remedy) {
        messages.add(file + " line " + line + ": " + fault + "; " + remedy);
    }

    void add(Path file, String fault, String remedy) {
        messages.add(file + ": " + fault + "; " + remedy);
    }

    int count() {
        return messages.size();
    }

    void throwIfAny() {
        if (messages.isEmpty()) {
            return;
        }
        String text = String.join("\n", messages.subList(0, Math.min(SHOWN, messages.size())));
        int hidden = messages.size() - SHOWN;
        throw new MapFormatException(hidden > 0 ? text + "\nand " + hidden + " more" : text);
    }
}
