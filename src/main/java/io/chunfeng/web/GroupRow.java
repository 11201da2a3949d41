package io.chunfeng.web;

import io.chunfeng.demand.Group;
import io.chunfeng.demand.GroupState;
import io.chunfeng.demand.Mode;
import io.chunfeng.demand.Registration;
import io.chunfeng.place.AdminCodes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A group as a row of the table, places and city by name. */
record GroupRow(
        String id,
        String city,
        String county,
        String from,
        String to,
        int headcount,
        int wheelchairs,
        LocalDate day,
        Instant earliestDeparture,
        Instant latestArrival,
        List<Mode> modes,
        int priority,
        String employer,
        GroupState state) {

    static GroupRow of(Registration registration, Names names, Regions regions) {
        Group group = registration.group();
        return new GroupRow(
                group.id(),
                regions.city(group.county()),
                group.county(),
                names.of(group.from()),
                names.of(group.to()),
                group.headcount(),
                group.wheelchairs(),
                day(group),
                group.earliestDeparture(),
                group.latestArrival(),
                group.modes().stream().sorted().toList(),
                group.priority(),
                group.employer() == null ? "" : group.employer(),
                registration.state());
    }

    /** The wished day; without one, the day of the earliest departure. */
    static LocalDate day(Group group) {
        return group.preferredDate() == null ? Format.dateOf(group.earliestDeparture()) : group.preferredDate();
    }

    /** Province, city and county by name. */
    public String countyPath() {
        return AdminCodes.all().path(county);
    }

    boolean contains(String text) {
        return (id + " " + county + " " + from + " " + to + " " + employer)
                .toLowerCase()
                .contains(text.toLowerCase());
    }
}
