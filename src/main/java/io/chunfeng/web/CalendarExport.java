package io.chunfeng.web;

import io.chunfeng.freeze.DueItem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What is due as a calendar file (RFC 5545), with an alarm at the time of early warning. */
final class CalendarExport {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** Octets of a line; what is longer goes on in the next. */
    private static final int LINE = 75;

    private CalendarExport() {}

    static String ics(List<DueItem> items, Duration warning, Instant now) {
        StringBuilder out = new StringBuilder();
        line(out, "BEGIN:VCALENDAR");
        line(out, "VERSION:2.0");
        line(out, "PRODID:-//chunfeng//reporting//ZH");
        for (DueItem item : items) {
            line(out, "BEGIN:VEVENT");
            line(
                    out,
                    "UID:" + item.notice().id() + "." + item.item().code() + "." + UTC.format(item.due())
                            + "@chunfeng");
            line(out, "DTSTAMP:" + UTC.format(now));
            line(out, "DTSTART:" + UTC.format(item.due()));
            line(out, "SUMMARY:" + escaped(item.item().text()));
            line(out, "DESCRIPTION:" + escaped(item.notice().title()));
            line(out, "BEGIN:VALARM");
            line(out, "ACTION:DISPLAY");
            line(out, "DESCRIPTION:" + escaped(item.item().text()));
            line(out, "TRIGGER:-PT" + warning.toHours() + "H");
            line(out, "END:VALARM");
            line(out, "END:VEVENT");
        }
        line(out, "END:VCALENDAR");
        return out.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Folded between characters, never within one. */
    private static void line(StringBuilder out, String text) {
        int octets = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            String character = Character.toString(point);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(character);
            octets += size;
            i += character.length();
        }
        out.append("\r\n");
    }
}
