package io.chunfeng.day;

import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.dispatch.Ride;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One trip of the day: what was published of it, and what was reported since.
 *
 * @param rides of the groups for which the publication is in force, in the order of the plan; at least one
 * @param counties of the groups, by group id; six digits
 * @param events oldest first
 */
public record BoardTrip(TripRef ref, List<Ride> rides, Map<String, String> counties, List<TripEvent> events) {
    private static final int MINUTE = 60;

    public BoardTrip {
        rides = List.copyOf(rides);
        counties = Map.copyOf(counties);
        events = List.copyOf(events);
    }

    public RanTrip.Kind kind() {
        return rides.get(0).kind();
    }

    /** For people: operator or service name. */
    public String name() {
        return rides.get(0).name();
    }

    /** The first people leave, as published. */
    public Instant departure() {
        return rides.stream().map(Ride::boardAt).min(Comparator.naturalOrder()).orElseThrow();
    }

    /** The last people arrive, as published. */
    public Instant arrival() {
        return rides.stream().map(Ride::alightAt).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** The first people gather, as published. */
    public Instant meeting() {
        return rides.stream().map(Ride::meetAt).min(Comparator.naturalOrder()).orElseThrow();
    }

    public String from() {
        return rides.stream()
                .min(Comparator.comparing(Ride::boardAt))
                .orElseThrow()
                .boardPlace();
    }

    public String to() {
        return rides.stream()
                .max(Comparator.comparing(Ride::alightAt))
                .orElseThrow()
                .alightPlace();
    }

    /** Latest report but delays. */
    public Report state() {
        return latest().map(TripEvent::report).orElse(Report.PLANNED);
    }

    private Optional<TripEvent> latest() {
        return events.stream().filter(event -> event.report() != Report.LATE).reduce((before, after) -> after);
    }

    /** Id of the latest event, 0 for none: what a further report has to know. */
    public long seen() {
        return events.isEmpty() ? 0 : events.get(events.size() - 1).id();
    }

    /** When the first people left, or null while nobody has. */
    public Instant leftAt() {
        Instant left = null;
        for (TripEvent event : events) {
            left = switch (event.report()) {
                case DEPARTED -> event.happenedAt();
                case ARRIVED -> left == null ? departure() : left;
                case LATE -> left;
                case PLANNED, ASSEMBLING, CANCELLED -> null;
            };
        }
        return left;
    }

    /** 待补录: its time has come, delays included, and nobody has reported that it left or does not run. */
    public boolean unreported(Instant now) {
        return (state() == Report.PLANNED || state() == Report.ASSEMBLING)
                && departure().plusSeconds(delaySeconds()).isBefore(now);
    }

    /** Seconds behind what was published, by the latest report; negative only when it has arrived before its time. */
    public long delaySeconds() {
        long delay = 0;
        for (TripEvent event : events) {
            delay = switch (event.report()) {
                case PLANNED, CANCELLED -> 0;
                case ASSEMBLING -> delay;
                case LATE -> (long) event.delayMinutes() * MINUTE;
                case DEPARTED -> Math.max(0, behind(departure(), event.happenedAt()));
                case ARRIVED -> behind(arrival(), event.happenedAt());
            };
        }
        return delay;
    }

    private static long behind(Instant published, Instant happened) {
        return Duration.between(published, happened).toSeconds();
    }

    public int persons() {
        return rides.stream().mapToInt(Ride::persons).sum();
    }

    /** Persons by group, as published; in order of group id. */
    public Map<String, Integer> personsByGroup() {
        Map<String, Integer> persons = new TreeMap<>();
        rides.forEach(ride -> persons.merge(ride.groupId(), ride.persons(), Integer::sum));
        return persons;
    }

    /** What was counted when it left; empty before, or when nobody counted. */
    public List<Boarded> counted() {
        return TripEvent.counted(events);
    }

    /** Persons who boarded, or null while the trip has not left. */
    public Integer boarded() {
        return state().ran() ? counted().stream().mapToInt(Boarded::persons).sum() : null;
    }

    /**
     * Who of each journey is under way, by its number: boarded, or on another trip (改乘). Those who are missing are missing
     * from the last journeys of their group.
     */
    Map<Integer, Integer> underWayByJourney() {
        Map<String, Integer> left = new TreeMap<>(personsByGroup());
        counted()
                .forEach(boarded -> left.put(
                        boarded.groupId(), boarded.persons() + boarded.absent().moved()));
        Map<Integer, Integer> byJourney = new TreeMap<>();
        List<Ride> inOrder = new ArrayList<>(rides);
        inOrder.sort(Comparator.comparing(Ride::journey));
        for (Ride ride : inOrder) {
            int underWay = Math.min(ride.persons(), left.get(ride.groupId()));
            left.merge(ride.groupId(), -underWay, Integer::sum);
            byJourney.put(ride.journey(), underWay);
        }
        return Collections.unmodifiableMap(byJourney);
    }
}
