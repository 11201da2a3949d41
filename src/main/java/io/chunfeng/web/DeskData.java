package io.chunfeng.web;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.demand.Group;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.place.Wgs84;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Rules;
import io.chunfeng.plan.VehicleWords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * What the desk draws, as compact JSON: rows are arrays, texts are named by their index in {@code texts}, moments are
 * minutes since {@code start}. static/desk-data.js reads it and says what stands where.
 */
final class DeskData {
    private static final int DAY_MINUTES = 1440;
    private static final int BOARDING = 1;
    private static final int WORKPLACE = 2;
    private static final int STATION = 4;
    private static final int DEPOT = 8;

    private final DeskView desk;
    private final PlanView view;
    private final Format format;
    private final VehicleWords words;
    private final Set<String> closed;
    private final Instant start;
    private final DeskIndex<String> texts = new DeskIndex<>(Function.identity());
    private final DeskIndex<Place> places = new DeskIndex<>(this::place);
    private final DeskIndex<String> counties = new DeskIndex<>(code -> List.of(code, city(code)));
    private final Map<String, Integer> pools = new HashMap<>();
    private final Regions regions;
    private final Map<String, Integer> kinds = new HashMap<>();

    /** @param closed trips on roads that were closed after the plan was made */
    DeskData(DeskView desk, Set<String> closed, Locale locale) {
        this.desk = desk;
        this.view = desk.view();
        this.closed = closed;
        this.format = new Format(locale);
        this.words = new VehicleWords(view.problem(), locale);
        this.regions = new Regions(view.names());
        kinds();
        this.start = firstDay().atStartOfDay(PlanningProblem.ZONE).toInstant();
    }

    Map<String, Object> json() {
        List<CoachPool> used = poolsUsed();
        used.forEach(pool -> pools.put(pool.id(), pools.size()));
        Map<String, Integer> rows = new HashMap<>();
        view.trips().forEach(trip -> rows.put(trip.vehicle(), rows.size()));
        DeskTrips trips = new DeskTrips(desk, closed, this::minutes, texts, places, counties, pools, regions);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", desk.draft() == null ? 0 : desk.draft().version());
        json.put("trips", view.trips().stream().map(trips::row).toList());
        json.put("pools", used.stream().map(this::pool).toList());
        json.put("unserved", view.plan().unserved().stream().map(this::unserved).toList());
        json.put(
                "faults",
                desk.broken().stream().map(fault -> fault(fault, rows)).toList());
        json.put("start", start.getEpochSecond());
        json.put("days", days());
        json.put("curfew", curfew());
        json.put("counties", counties.all());
        json.put("places", places.all());
        json.put("texts", texts.all());
        return json;
    }

    private void kinds() {
        view.problem().groups().forEach(group -> {
            kind(group.from(), BOARDING);
            kind(group.to(), WORKPLACE);
        });
        view.problem().trainServices().forEach(train -> train.calls().forEach(call -> kind(call.place(), STATION)));
        view.problem().flights().forEach(flight -> {
            kind(flight.from(), STATION);
            kind(flight.to(), STATION);
        });
        view.problem().coachPools().forEach(pool -> kind(pool.depot(), DEPOT));
    }

    private void kind(String place, int kind) {
        kinds.merge(place, kind, (one, other) -> one | other);
    }

    private LocalDate firstDay() {
        return view.plan().coachTrips().stream()
                .map(Plan.CoachTrip::busyFrom)
                .min(Comparator.naturalOrder())
                .map(first -> view.trips().isEmpty()
                                || first.isBefore(view.trips().get(0).departure())
                        ? first
                        : view.trips().get(0).departure())
                .or(() -> view.trips().stream().map(TripRow::departure).findFirst())
                .map(Format::dateOf)
                .orElseGet(() -> Format.dateOf(view.problem().asOf()));
    }

    private int minutes(Instant moment) {
        return (int) Math.floorDiv(moment.getEpochSecond() - start.getEpochSecond(), 60L);
    }

    /** Date and its words of each day from the first departure to the last return. */
    private List<Object> days() {
        int last = DAY_MINUTES;
        for (Plan.CoachTrip trip : view.plan().coachTrips()) {
            last = Math.max(last, minutes(trip.busyUntil()));
        }
        for (TripRow trip : view.trips()) {
            last = Math.max(last, minutes(trip.arrival()));
        }
        List<Object> days = new ArrayList<>();
        LocalDate first = firstDay();
        for (int day = 0; day * DAY_MINUTES < last; day++) {
            LocalDate date = first.plusDays(day);
            days.add(List.of(date.toString(), format.day(date)));
        }
        return days;
    }

    /** Minutes of the day, or nothing where no such rule is in force. */
    private List<Integer> curfew() {
        Rules.DriverHours hours = view.problem().rules().driverHours();
        return hours.enabled() && hours.curfewFrom().isBefore(hours.curfewTo())
                ? List.of(
                        hours.curfewFrom().toSecondOfDay() / 60,
                        hours.curfewTo().toSecondOfDay() / 60)
                : List.of();
    }

    private List<CoachPool> poolsUsed() {
        Map<String, Integer> trips = new HashMap<>();
        view.plan().coachTrips().forEach(trip -> trips.merge(trip.poolId(), 1, Integer::sum));
        return view.problem().coachPools().stream()
                .filter(pool -> trips.containsKey(pool.id()))
                .sorted(Comparator.comparing(CoachPool::homePrefecture).thenComparing(CoachPool::id))
                .toList();
    }

    private Object pool(CoachPool pool) {
        List<Integer> outages = new ArrayList<>();
        pool.outages().forEach(outage -> {
            outages.add(minutes(outage.from()));
            outages.add(minutes(outage.until()));
            outages.add(outage.coaches());
        });
        return List.of(pool.id(), words.name(pool.id()), pool.count(), outages);
    }

    private Object unserved(Plan.Unserved left) {
        Group group = view.groups().get(left.groupId());
        LocalDate day = Format.dateOf(group.earliestDeparture());
        return List.of(
                left.groupId(),
                places.of(view.names().place(group.from())),
                places.of(view.names().place(group.to())),
                left.headcount(),
                counties.of(group.county()),
                regions.corridor(group).ordinal(),
                day.toString());
    }

    private Object fault(DeskFault fault, Map<String, Integer> rows) {
        return List.of(
                fault.violation().rule().name(),
                texts.of(words.broken(fault.violation())),
                fault.vehicles().stream()
                        .map(rows::get)
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList());
    }

    private Object place(Place place) {
        Position position = Wgs84.of(place.position());
        double[] point = Zoom.USUAL.rounded(new double[] {position.lon(), position.lat()});
        return List.of(place.name(), point[0], point[1], kinds.getOrDefault(place.id(), 0));
    }

    private String city(String code) {
        Place county = view.names().place(code);
        return county == null ? regions.city(code) : county.name();
    }
}
