package io.chunfeng.web;

import io.chunfeng.day.Report;
import io.chunfeng.dispatch.RanTrip;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;

/** What of the day is shown: exactly the query part of the address. What is absent is null. @param county GB/T 2260 code or its beginning */
record DayFilter(
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
        Show show,
        RanTrip.Kind kind,
        String county,
        String text,
        Integer page) {
    static final int PAGE_SIZE = 100;

    /** Each has a message {@code day.show.<name>}. */
    enum Show {
        UNREPORTED,
        PLANNED,
        ASSEMBLING,
        DEPARTED,
        ARRIVED,
        CANCELLED,
        LATE,
        ENDANGERED,
        NO_SHOWS;

        boolean fits(DayRow row) {
            return switch (this) {
                case UNREPORTED -> row.unreported();
                case PLANNED -> row.state() == Report.PLANNED;
                case ASSEMBLING -> row.state() == Report.ASSEMBLING;
                case DEPARTED -> row.state() == Report.DEPARTED;
                case ARRIVED -> row.state() == Report.ARRIVED;
                case CANCELLED -> row.state() == Report.CANCELLED;
                case LATE -> row.late();
                case ENDANGERED -> row.endangered();
                case NO_SHOWS -> row.noShows() > 0;
            };
        }
    }

    DayFilter on(LocalDate day) {
        return new DayFilter(day, show, kind, county, text, page);
    }

    /** What waits to be recorded first, otherwise in the order given. */
    List<DayRow> select(List<DayRow> rows) {
        return rows.stream()
                .filter(row -> show == null || show.fits(row))
                .filter(row -> kind == null || row.trip().kind() == kind)
                .filter(row -> blank(county)
                        || row.trip().counties().values().stream().anyMatch(code -> code.startsWith(county.strip())))
                .filter(row -> blank(text) || row.contains(text.strip()))
                .sorted(Comparator.comparing(row -> !row.unreported()))
                .toList();
    }

    public int pages(int rows) {
        return Math.max(1, (rows + PAGE_SIZE - 1) / PAGE_SIZE);
    }

    int pageOf(int rows) {
        return page == null ? 1 : Math.min(Math.max(page, 1), pages(rows));
    }

    public String showHref(Show wanted) {
        return address(wanted == show ? "" : wanted, 1);
    }

    public String pageHref(int number) {
        return address(show, number);
    }

    /** Of exactly what is shown, to come back to. */
    public String href() {
        return address(show, page);
    }

    private String address(Object shown, Integer number) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("date", date);
        parameters.put("show", shown);
        parameters.put("kind", kind);
        parameters.put("county", county);
        parameters.put("text", text);
        parameters.put("page", number == null || number == 1 ? null : number);
        return parameters.entrySet().stream()
                .filter(entry ->
                        entry.getValue() != null && !entry.getValue().toString().isBlank())
                .map(entry -> entry.getKey() + "="
                        + URLEncoder.encode(entry.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "/day?", ""));
    }

    private static boolean blank(String value) {
        return value == null || value.isBlank();
    }
}
