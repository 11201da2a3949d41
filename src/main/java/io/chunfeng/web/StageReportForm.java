package io.chunfeng.web;

import io.chunfeng.report.ReportEntry;
import io.chunfeng.report.ReportVersion;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A stage report as it is typed.
 *
 * @param unit province (two digits) or city (four)
 * @param base number of the version that the writer has seen, 0 for a new report
 * @param recording that the figures are as of
 */
record StageReportForm(
        String unit,
        String from,
        String to,
        Integer base,
        Long recording,
        String launch,
        String homeward,
        String stayed,
        String measures,
        String difficulties,
        String suggestions) {
    /** More people than a province has. */
    private static final long MOST_PERSONS = 100_000_000;

    static StageReportForm empty(String unit, LocalDate from, LocalDate to, long recording) {
        return new StageReportForm(unit, text(from), text(to), 0, recording, "", "", "", "", "", "");
    }

    static StageReportForm of(ReportVersion version, long recording) {
        ReportEntry entry = version.entry();
        return new StageReportForm(
                null,
                null,
                null,
                version.number(),
                recording,
                entry.launch(),
                text(entry.homeward()),
                text(entry.stayed()),
                entry.measures(),
                entry.difficulties(),
                entry.suggestions());
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    int baseOrNew() {
        return base == null ? 0 : base;
    }

    /** Null when something is wrong, which is then among the errors. */
    ReportEntry entry(FieldErrors errors) {
        checkLength("launch", launch, errors);
        checkLength("measures", measures, errors);
        checkLength("difficulties", difficulties, errors);
        checkLength("suggestions", suggestions, errors);
        Long home = persons("homeward", homeward, errors);
        Long there = persons("stayed", stayed, errors);
        return errors.isEmpty() ? new ReportEntry(launch, home, there, measures, difficulties, suggestions) : null;
    }

    private static void checkLength(String field, String typed, FieldErrors errors) {
        if (typed != null && typed.length() > ReportEntry.LONGEST) {
            errors.add(field, "report.error.long", String.valueOf(ReportEntry.LONGEST));
        }
    }

    /** Null for nothing typed: that is not zero. Full-width digits are digits. */
    private static Long persons(String field, String typed, FieldErrors errors) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            long persons = Long.parseLong(typed.strip().replaceAll("[,，]", ""));
            if (persons >= 0 && persons <= MOST_PERSONS) {
                return persons;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        errors.add(field, "report.error.persons", String.valueOf(MOST_PERSONS));
        return null;
    }

    /** Null when it is none, which is then among the errors. */
    static LocalDate day(String field, String typed, FieldErrors errors) {
        try {
            LocalDate day = LocalDate.parse(typed == null ? "" : typed.strip());
            if (day.getYear() >= 2000 && day.getYear() <= 2100) {
                return day;
            }
        } catch (DateTimeException e) {
            // told below
        }
        errors.add(field, "report.error.day");
        return null;
    }
}
