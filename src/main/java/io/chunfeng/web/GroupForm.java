package io.chunfeng.web;

import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.demand.Registration;
import io.chunfeng.intake.GroupColumn;
import io.chunfeng.place.Place;
import io.chunfeng.plan.PlanningProblem;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was typed about one group, as it was typed, so that nothing is lost on an error. Names are keys of {@link GroupColumn}. */
record GroupForm(
        String number,
        String county,
        String from,
        String fromLon,
        String fromLat,
        String crs,
        String to,
        String headcount,
        String wheelchairs,
        String day,
        String earliestDeparture,
        String latestArrival,
        List<String> modes,
        String minPart,
        String priority,
        String employer,
        String version) {

    GroupForm {
        modes = modes == null ? List.of() : List.copyOf(modes);
    }

    static GroupForm empty() {
        List<String> all =
                java.util.Arrays.stream(Mode.values()).map(Mode::name).toList();
        return new GroupForm("", "", "", "", "", "", "", "", "", "", "", "", all, "", "1", "", "0");
    }

    static GroupForm of(Registration registration, PlaceChoice places, Names names) {
        Group group = registration.group();
        return new GroupForm(
                "",
                group.county(),
                label(group.from(), places, names),
                "",
                "",
                "",
                label(group.to(), places, names),
                Integer.toString(group.headcount()),
                Integer.toString(group.wheelchairs()),
                group.preferredDate() == null ? "" : group.preferredDate().toString(),
                local(group.earliestDeparture()),
                local(group.latestArrival()),
                group.modes().stream().map(Mode::name).toList(),
                Integer.toString(group.minPart()),
                Integer.toString(group.priority()),
                group.employer(),
                Integer.toString(registration.version()));
    }

    /** The name, or the id where several places share it. */
    private static String label(String id, PlaceChoice places, Names names) {
        Place place = names.place(id);
        return place == null || !places.label(place).equals(place.name()) ? id : place.name();
    }

    private static String local(Instant instant) {
        return LocalDateTime.ofInstant(instant, PlanningProblem.ZONE).toString();
    }

    int fromVersion() {
        return version != null && version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    }

    /** By keys of columns. */
    Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        put(typed, GroupColumn.NUMBER, number);
        put(typed, GroupColumn.COUNTY, county);
        put(typed, GroupColumn.FROM, from);
        put(typed, GroupColumn.FROM_LON, fromLon);
        put(typed, GroupColumn.FROM_LAT, fromLat);
        boolean located = typed.containsKey("fromLon") || typed.containsKey("fromLat");
        put(typed, GroupColumn.CRS, located ? crs : null);
        put(typed, GroupColumn.TO, to);
        put(typed, GroupColumn.HEADCOUNT, headcount);
        put(typed, GroupColumn.WHEELCHAIRS, wheelchairs);
        put(typed, GroupColumn.DAY, day);
        put(typed, GroupColumn.DEPART, earliestDeparture);
        put(typed, GroupColumn.ARRIVE, latestArrival);
        put(typed, GroupColumn.MODES, String.join("/", modes));
        put(typed, GroupColumn.MIN_PART, minPart);
        put(typed, GroupColumn.PRIORITY, priority);
        put(typed, GroupColumn.EMPLOYER, employer);
        return typed;
    }

    private static void put(Map<String, String> typed, GroupColumn column, String text) {
        if (text != null && !text.isBlank()) {
            typed.put(column.key(), text);
        }
    }
}
