package io.chunfeng.demand;

import io.chunfeng.place.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What is odd about a submitted group, for the dispatcher who takes it; nothing of it forbids to take it. Pure. */
public final class Oddities {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LARGE = 500;

    /** Each has a message {@code oddity.<name>}. */
    public enum Oddity {
        /** 逾期: handed in after the deadline. */
        LATE,
        /** The day of departure is over. */
        PAST,
        OUTSIDE_CAMPAIGN,
        /** The wished day is not within the window. */
        DAY_OUTSIDE_WINDOW,
        /** Less than an hour between the earliest departure and the latest arrival. */
        SHORT_WINDOW,
        /** Neither end lies in the prefecture of the county. */
        FOREIGN_PLACES,
        /** Another group of the same county, places, day and size is there. */
        LOOKS_TWICE,
        LARGE
    }

    private final SubmissionDeadline deadline;
    private final Campaign campaign;
    private final Map<String, Place> places;
    private final Map<List<Object>, Integer> alike = new HashMap<>();
    private final Instant now;

    /** @param campaign or null; @param known every group that is submitted or taken, the asked ones too */
    public Oddities(
            SubmissionDeadline deadline,
            Campaign campaign,
            Map<String, Place> places,
            Collection<Registration> known,
            Instant now) {
        this.deadline = deadline;
        this.campaign = campaign;
        this.places = Map.copyOf(places);
        this.now = now;
        known.forEach(registration -> alike.merge(looks(registration.group()), 1, Integer::sum));
    }

    /** @param submitted the moment it was handed in is that of its latest change */
    public List<Oddity> of(Registration submitted) {
        Group group = submitted.group();
        LocalDate day = day(group);
        List<Oddity> found = new ArrayList<>();
        add(found, Oddity.LATE, deadline.late(submitted.changedAt(), day));
        add(found, Oddity.PAST, day.isBefore(now.atZone(ZONE).toLocalDate()));
        add(
                found,
                Oddity.OUTSIDE_CAMPAIGN,
                campaign != null && (day.isBefore(campaign.firstDay()) || day.isAfter(campaign.lastDay())));
        add(
                found,
                Oddity.DAY_OUTSIDE_WINDOW,
                day.isBefore(date(group.earliestDeparture())) || day.isAfter(date(group.latestArrival())));
        add(
                found,
                Oddity.SHORT_WINDOW,
                Duration.between(group.earliestDeparture(), group.latestArrival())
                                .compareTo(Duration.ofHours(1))
                        < 0);
        add(found, Oddity.FOREIGN_PLACES, foreign(group));
        add(found, Oddity.LOOKS_TWICE, alike.getOrDefault(looks(group), 0) > 1);
        add(found, Oddity.LARGE, group.headcount() > LARGE);
        return List.copyOf(found);
    }

    /** The wished day; without one, the day of the earliest departure. */
    private static LocalDate day(Group group) {
        return group.preferredDate() == null ? date(group.earliestDeparture()) : group.preferredDate();
    }

    private static void add(List<Oddity> found, Oddity oddity, boolean holds) {
        if (holds) {
            found.add(oddity);
        }
    }

    private static LocalDate date(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }

    private boolean foreign(Group group) {
        String home = group.county().substring(0, 4);
        return Set.of(group.from(), group.to()).stream()
                .map(places::get)
                .filter(Objects::nonNull)
                .noneMatch(place -> place.adminCode().startsWith(home));
    }

    private static List<Object> looks(Group group) {
        return List.of(group.county(), group.from(), group.to(), day(group), group.headcount());
    }
}
