package io.chunfeng.web;

import io.chunfeng.demand.GroupState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What of the groups is shown and in which order: exactly the query part of the address. A parameter that is absent is
 * null; an unknown sort or a page beyond the end counts as absent.
 */
record GroupFilter(
        String city,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
        Integer priority,
        GroupState state,
        String text,
        String sort,
        String order,
        Integer page) {
    static final int PAGE_SIZE = 50;

    private static final Map<String, Comparator<GroupRow>> SORTS = Map.of(
            "id", Comparator.comparing(GroupRow::id),
            "city", Comparator.comparing(GroupRow::county),
            "from", Comparator.comparing(GroupRow::from),
            "to", Comparator.comparing(GroupRow::to),
            "headcount", Comparator.comparing(GroupRow::headcount),
            "day", Comparator.comparing(GroupRow::day),
            "priority", Comparator.comparing(GroupRow::priority),
            "employer", Comparator.comparing(GroupRow::employer),
            "state", Comparator.comparing(GroupRow::state));

    List<GroupRow> select(List<GroupRow> rows) {
        Comparator<GroupRow> comparator =
                SORTS.get(sortBy()).thenComparing(GroupRow::day).thenComparing(GroupRow::id);
        return rows.stream()
                .filter(row -> blank(city) || row.city().equals(city))
                .filter(row -> day == null || row.day().equals(day))
                .filter(row -> priority == null || row.priority() == priority)
                .filter(row -> state == null || row.state() == state)
                .filter(row -> blank(text) || row.contains(text.strip()))
                .sorted(descending() ? comparator.reversed() : comparator)
                .toList();
    }

    public String sortBy() {
        return sort != null && SORTS.containsKey(sort) ? sort : "day";
    }

    public boolean descending() {
        return "desc".equals(order);
    }

    public int pageOf(int rows) {
        int last = Math.max(1, (rows + PAGE_SIZE - 1) / PAGE_SIZE);
        return page == null ? 1 : Math.min(Math.max(page, 1), last);
    }

    /** The same selection in another order; a second click on the same column turns it round. */
    public String sortHref(String column) {
        String turned = column.equals(sortBy()) && !descending() ? "desc" : "";
        return address("/groups", Map.of("sort", column, "order", turned));
    }

    public String pageHref(int number) {
        return address("/groups", Map.of("page", number));
    }

    /** Exactly what is seen, over all pages. */
    public String csvHref() {
        return address("/groups.csv", Map.of());
    }

    /** ascending, descending or none: what a screen reader says about the column. */
    public String ariaSort(String column) {
        return !column.equals(sortBy()) ? "none" : descending() ? "descending" : "ascending";
    }

    private String address(String path, Map<String, Object> changed) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("city", city);
        parameters.put("day", day);
        parameters.put("priority", priority);
        parameters.put("state", state);
        parameters.put("text", text);
        parameters.put("sort", sort);
        parameters.put("order", order);
        parameters.putAll(changed);
        String query = parameters.entrySet().stream()
                .filter(e -> e.getValue() != null && !e.getValue().toString().isBlank())
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static boolean blank(String value) {
        return value == null || value.isBlank();
    }
}
