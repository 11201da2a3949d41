package io.chunfeng.web;

import io.chunfeng.demand.Mode;
import io.chunfeng.dispatch.Direction;
import io.chunfeng.place.Corridor;
import io.chunfeng.report.FlowFilter;
import io.chunfeng.statistics.CountingRule;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the monitoring pages show: the query part of the address. What is not given does not matter.
 *
 * @param city that registered the people, four digits
 * @param away province, city or county of the other end: two, four or six digits
 * @param level PROVINCE or CITY: how far the regions away are told apart
 * @param rule or null for the province's own
 * @param recording as of which, or null for the newest
 * @param page of the list of trips, from 1
 */
record FlowQuery(
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
        Direction direction,
        Mode mode,
        Corridor corridor,
        String city,
        String away,
        Level level,
        CountingRule rule,
        Long recording,
        Integer page) {

    enum Level {
        PROVINCE(2),
        CITY(4);

        private final int digits;

        Level(int digits) {
            this.digits = digits;
        }

        int digits() {
            return digits;
        }
    }

    /** @throws ResponseStatusException 400 for codes that are none, and a period that ends before it begins */
    FlowQuery {
        city = blankAsNull(city);
        away = blankAsNull(away);
        if (city != null && !city.matches("\\d{4}")
                || away != null && !away.matches("\\d{2}|\\d{4}|\\d{6}")
                || from != null && to != null && to.isBefore(from)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    private static String blankAsNull(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    public Level levelOrDefault() {
        return level == null ? Level.PROVINCE : level;
    }

    FlowFilter filter() {
        return new FlowFilter(from, to, direction, mode, corridor, city, away);
    }

    FlowQuery onDay(LocalDate day) {
        return new FlowQuery(day, day, direction, mode, corridor, city, away, level, rule, recording, null);
    }

    FlowQuery with(Direction other) {
        return new FlowQuery(from, to, other, mode, corridor, city, away, level, rule, recording, null);
    }

    FlowQuery with(Mode other) {
        return new FlowQuery(from, to, direction, other, corridor, city, away, level, rule, recording, null);
    }

    FlowQuery between(String homeCity, String region) {
        return new FlowQuery(from, to, direction, mode, corridor, homeCity, region, level, rule, recording, null);
    }

    FlowQuery with(Level other) {
        return new FlowQuery(from, to, direction, mode, corridor, city, away, other, rule, recording, null);
    }

    /** The same for ever: later recordings are not in it. */
    public FlowQuery asOf(Long known) {
        return new FlowQuery(from, to, direction, mode, corridor, city, away, level, rule, known, page);
    }

    public String pageHref() {
        return address("/statistics/monitoring", null);
    }

    public String csvHref(String table) {
        return address("/statistics/monitoring/" + table + ".csv", null);
    }

    public String mapHref() {
        return address("/statistics/monitoring/flows.geojson", null);
    }

    public String tripsHref() {
        return address("/statistics/monitoring/trips", null);
    }

    public String tripsHref(int number) {
        return address("/statistics/monitoring/trips", number);
    }

    private String address(String path, Integer number) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        add(address, "from", from);
        add(address, "to", to);
        add(address, "direction", direction);
        add(address, "mode", mode);
        add(address, "corridor", corridor);
        add(address, "city", city);
        add(address, "away", away);
        add(address, "level", level);
        add(address, "rule", rule);
        add(address, "recording", recording);
        add(address, "page", number);
        return address.toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, Object value) {
        if (value != null) {
            address.queryParam(name, value);
        }
    }
}
