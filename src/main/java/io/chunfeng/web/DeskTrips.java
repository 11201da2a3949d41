package io.chunfeng.web;

import io.chunfeng.demand.Group;
import io.chunfeng.place.Place;
import io.chunfeng.plan.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/** Rows of {@link DeskData} for coach trips, trains and flights. */
final class DeskTrips {
    private static final int PINNED = 1;
    private static final int CLOSED = 2;
    private static final int FEEDER = 4;
    /** What happens in a row's events. */
    private static final int LOADED = 0;

    private static final int EMPTY = 1;
    private static final int STOP = 2;
    private static final int REST = 3;
    private static final int RIDE = 4;

    private final DeskView desk;
    private final Set<String> closed;
    private final ToIntFunction<Instant> minutes;
    private final DeskIndex<String> texts;
    private final DeskIndex<Place> places;
    private final DeskIndex<String> counties;
    private final Map<String, Integer> pools;
    private final Regions regions;
    private final Map<String, Plan.CoachTrip> coaches = new HashMap<>();

    DeskTrips(
            DeskView desk,
            Set<String> closed,
            ToIntFunction<Instant> minutes,
            DeskIndex<String> texts,
            DeskIndex<Place> places,
            DeskIndex<String> counties,
            Map<String, Integer> pools,
            Regions regions) {
        this.desk = desk;
        this.closed = closed;
        this.minutes = minutes;
        this.texts = texts;
        this.places = places;
        this.counties = counties;
        this.pools = pools;
        this.regions = regions;
        desk.view().plan().coachTrips().forEach(trip -> coaches.put(trip.id(), trip));
    }

    List<Object> row(TripRow row) {
        Plan.CoachTrip coach = coaches.get(row.vehicle());
        Set<Integer> from = new TreeSet<>();
        int corridors = 0;
        for (Ride ride : desk.view().rides(row.vehicle())) {
            Group group = desk.view().groups().get(ride.journey().groupId());
            from.add(counties.of(group.county()));
            corridors |= 1 << regions.corridor(group).ordinal();
        }
        return List.of(
                row.vehicle(),
                row.kind(),
                row.mode().name(),
                coach == null ? -1 : pools.get(coach.poolId()),
                texts.of(row.name()),
                texts.of(row.from()),
                texts.of(row.to()),
                minutes.applyAsInt(row.departure()),
                minutes.applyAsInt(row.arrival()),
                row.drivers(),
                row.persons(),
                row.seats(),
                row.metres(),
                row.costFen(),
                flags(row, coach),
                corridors,
                List.copyOf(from),
                coach == null ? ride(row) : events(coach),
                coach == null ? stations(row) : way(coach));
    }

    private int flags(TripRow row, Plan.CoachTrip coach) {
        int flags = desk.pinned().contains(row.vehicle()) ? PINNED : 0;
        flags |= closed.contains(row.vehicle()) ? CLOSED : 0;
        return coach != null && row.kind().equals("FEEDER") ? flags | FEEDER : flags;
    }

    /** When it begins, then each event: what, how many minutes. */
    private List<Integer> events(Plan.CoachTrip coach) {
        List<Integer> events = new ArrayList<>();
        int now = minutes.applyAsInt(coach.busyFrom());
        events.add(now);
        for (Plan.Event event : coach.events()) {
            int end = minutes.applyAsInt(event.to());
            events.add(what(event));
            events.add(end - now);
            now = end;
        }
        return events;
    }

    private static int what(Plan.Event event) {
        if (event instanceof Plan.Drive drive) {
            return drive.loaded() ? LOADED : EMPTY;
        }
        return event instanceof Plan.Stop ? STOP : REST;
    }

    private List<Integer> ride(TripRow row) {
        int departure = minutes.applyAsInt(row.departure());
        return List.of(departure, RIDE, minutes.applyAsInt(row.arrival()) - departure);
    }

    /** The first place, then each further one and whether anybody is aboard on the way to it. */
    private List<Integer> way(Plan.CoachTrip coach) {
        List<Integer> way = new ArrayList<>();
        for (Ways.Leg leg : Ways.legs(coach)) {
            if (way.isEmpty()) {
                way.add(place(leg.from()));
            }
            way.add(place(leg.to()));
            way.add(leg.loaded() ? 1 : 0);
        }
        return way;
    }

    private List<Integer> stations(TripRow row) {
        List<Integer> way = new ArrayList<>();
        for (TripDetail.Step step : TripSteps.service(desk.view().problem(), row.vehicle(), List.of())) {
            if (step.kind() == TripDetail.Kind.STOP) {
                boolean first = way.isEmpty();
                way.add(place(step.from()));
                if (!first) {
                    way.add(1);
                }
            }
        }
        return way;
    }

    private int place(String id) {
        return places.of(desk.view().names().place(id));
    }
}
