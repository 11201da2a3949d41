package io.chunfeng.intake;

import io.chunfeng.intake.TableException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a file is, told by its content: names lie, and WPS saves .xls under the name of .xlsx. */
public enum TableKind {
    XLSX,
    XLS,
    CSV,
    JSON;

    private static final int HEAD = 4096;

    static TableKind of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (head.length == 0) {
            throw new TableException(Reason.EMPTY, "");
        }
        if (starts(head, 'P', 'K', 3, 4)) {
            return XLSX;
        }
        if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return XLS;
        }
        refuseOthers(head);
        String text =
                new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
        if (text.isEmpty()) {
            throw new TableException(Reason.EMPTY, "");
        }
        return text.startsWith("[") || text.startsWith("{") ? JSON : CSV;
    }

    private static void refuseOthers(byte[] head) {
        String start =
                new String(head, StandardCharsets.ISO_8859_1).stripLeading().toLowerCase(Locale.ROOT);
        String seems = start.startsWith("%pdf")
                ? "PDF"
                : start.startsWith("rar!") || start.startsWith("7z\u00bc")
                        ? "RAR/7z"
                        : start.startsWith("<!doctype html") || start.startsWith("<html")
                                ? "HTML"
                                : start.startsWith("<?xml") || start.startsWith("<!doctype") ? "XML" : picture(head);
        if (seems != null) {
            throw new TableException(Reason.UNKNOWN_KIND, seems);
        }
        if (starts(head, 0xFF, 0xFE) || starts(head, 0xFE, 0xFF)) {
            throw new TableException(Reason.NOT_TEXT, "UTF-16");
        }
        for (byte b : head) {
            if (b == 0) {
                throw new TableException(Reason.UNKNOWN_KIND, "");
            }
        }
    }

    private static String picture(byte[] head) {
        return starts(head, 0x89, 'P', 'N', 'G') || starts(head, 0xFF, 0xD8, 0xFF) || starts(head, 'G', 'I', 'F', '8')
                ? "PNG/JPEG"
                : null;
    }

    private static boolean starts(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
