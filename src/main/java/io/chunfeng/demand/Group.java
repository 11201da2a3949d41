package io.chunfeng.demand;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * 团组: workers who travel from one boarding point to one workplace in one window.
 *
 * @param county GB/T 2260 code of the county that registered it, six digits
 * @param from id of the boarding place
 * @param to id of the workplace
 * @param headcount persons, at least 1
 * @param wheelchairs persons who stay in a wheelchair; part of the headcount
 * @param earliestDeparture nobody leaves the boarding place before it
 * @param latestArrival everybody has reached the workplace by then
 * @param preferredDate wished date of departure in Asia/Shanghai, or null
 * @param modes admitted modes of the main leg
 * @param minPart smallest part the group may be split into; more than half of the headcount means it cannot be split
 * @param priority 1 normal, 2 脱贫/监测对象, 3 must travel
 * @param employer name, or null
 */
public record Group(
        String id,
        String county,
        String from,
        String to,
        int headcount,
        int wheelchairs,
        Instant earliestDeparture,
        Instant latestArrival,
        LocalDate preferredDate,
        Set<Mode> modes,
        int minPart,
        int priority,
        String employer) {

    public Group {
        modes = Set.copyOf(modes);
    }

    public Group withId(String changed) {
        return new Group(
                changed,
                county,
                from,
                to,
                headcount,
                wheelchairs,
                earliestDeparture,
                latestArrival,
                preferredDate,
                modes,
                minPart,
                priority,
                employer);
    }

    public Group withWindow(Instant earliest, Instant latest) {
        return new Group(
                id,
                county,
                from,
                to,
                headcount,
                wheelchairs,
                earliest,
                latest,
                preferredDate,
                modes,
                minPart,
                priority,
                employer);
    }

    public Group withModes(Set<Mode> changed) {
        return new Group(
                id,
                county,
                from,
                to,
                headcount,
                wheelchairs,
                earliestDeparture,
                latestArrival,
                preferredDate,
                changed,
                minPart,
                priority,
                employer);
    }

    public Group withMinPart(int changed) {
        return new Group(
                id,
                county,
                from,
                to,
                headcount,
                wheelchairs,
                earliestDeparture,
                latestArrival,
                preferredDate,
                modes,
                changed,
                priority,
                employer);
    }

    /** Parts stay as small as they may be now; a group that cannot be split stays so. */
    public Group withHeadcount(int changed, int changedWheelchairs) {
        int part = minPart * 2 > headcount ? changed : Math.min(minPart, changed);
        return new Group(
                id,
                county,
                from,
                to,
                changed,
                changedWheelchairs,
                earliestDeparture,
                latestArrival,
                preferredDate,
                modes,
                part,
                priority,
                employer);
    }

    public Group withPreferredDate(LocalDate changed) {
        return new Group(
                id,
                county,
                from,
                to,
                headcount,
                wheelchairs,
                earliestDeparture,
                latestArrival,
                changed,
                modes,
                minPart,
                priority,
                employer);
    }
}
