package io.chunfeng.day;

import io.chunfeng.day.ActualsPreview.Finding;
import io.chunfeng.day.ActualsPreview.State;
import io.chunfeng.day.ActualsPreview.Trip;
import io.chunfeng.intake.ActualColumn;
import io.chunfeng.intake.ActualRow;
import io.chunfeng.intake.Problem;
import io.chunfeng.plan.PlanningProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares a file of what really ran with the trips of a day. Pure but for looking up what rides before a trip. */
public final class Actuals {
    private static final String FAULT = "recording.fault.";

    private final LocalDate day;
    private final List<BoardTrip> trips;
    private final Function<TripRef, List<BoardTrip>> around;
    private final Instant now;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Trip> read = new ArrayList<>();
    /** Trips of the file as they will stand: who does not come for the coach is not expected at the train. */
    private final Map<TripRef, BoardTrip> after = new HashMap<>();

    private Actuals(LocalDate day, List<BoardTrip> trips, Function<TripRef, List<BoardTrip>> around, Instant now) {
        this.day = day;
        this.trips = trips;
        this.around = around;
        this.now = now;
    }

    /** The trips that leave on a day (Asia/Shanghai), of those that are on the road on it. */
    public static List<BoardTrip> leaving(List<BoardTrip> trips, LocalDate day) {
        return trips.stream()
                .filter(trip ->
                        day.equals(trip.departure().atZone(PlanningProblem.ZONE).toLocalDate()))
                .toList();
    }

    /**
     * @param leaving trips that leave on the day, by departure
     * @param around every trip that the people of one ride before or after it
     * @param now nothing is reported before it has happened
     */
    public static ActualsPreview compare(
            List<ActualRow> rows,
            LocalDate day,
            List<BoardTrip> leaving,
            Function<TripRef, List<BoardTrip>> around,
            Instant now) {
        Actuals actuals = new Actuals(day, leaving, around, now);
        Map<TripRef, List<ActualRow>> byTrip = actuals.byTrip(rows);
        leaving.stream()
                .filter(trip -> byTrip.containsKey(trip.ref()))
                .forEach(trip -> actuals.trip(trip, byTrip.get(trip.ref())));
        return new ActualsPreview(actuals.read, actuals.findings);
    }

    /** Rows that are filled in and name a group of a trip of the day, each once; the others become findings. */
    private Map<TripRef, List<ActualRow>> byTrip(List<ActualRow> rows) {
        Map<TripRef, List<ActualRow>> byTrip = new LinkedHashMap<>();
        Map<List<Object>, ActualRow> seen = new HashMap<>();
        for (ActualRow row : rows) {
            row.problems().forEach(problem -> finding(row, problem));
            if (row.day() != null && !row.day().equals(day)) {
                finding(row, ActualColumn.DAY, "DAY", day.toString());
                continue;
            }
            BoardTrip trip = named(row.trip());
            if (trip == null) {
                finding(row, ActualColumn.TRIP, row.trip().isEmpty() ? "NO_TRIP" : "TRIP", day.toString());
                continue;
            }
            Integer planned = trip.personsByGroup().get(row.group());
            if (planned == null) {
                String known = String.join("、", trip.personsByGroup().keySet());
                finding(row, ActualColumn.GROUP, "GROUP", trip.ref().vehicle(), known);
                continue;
            }
            ActualRow first = seen.putIfAbsent(List.of(trip.ref(), row.group()), row);
            if (first != null) {
                finding(row, ActualColumn.GROUP, "TWICE", first.address(ActualColumn.GROUP));
                continue;
            }
            if (row.planned() != null && !row.planned().equals(planned)) {
                finding(row, ActualColumn.PLANNED, "PLANNED", planned.toString());
            }
            byTrip.computeIfAbsent(trip.ref(), ref -> new ArrayList<>()).add(row);
        }
        byTrip.values().removeIf(ofTrip -> ofTrip.stream().noneMatch(ActualRow::filled));
        return byTrip;
    }

    /** By plan and vehicle, or by the vehicle alone where that is one trip; a later plan may run the same trip. */
    private BoardTrip named(String name) {
        String vehicle = name.substring(name.indexOf('/') + 1);
        List<BoardTrip> named = trips.stream()
                .filter(trip -> trip.ref().vehicle().equals(vehicle))
                .toList();
        return named.stream()
                .filter(trip -> name.equals(trip.ref().planId() + "/" + vehicle))
                .findFirst()
                .orElse(named.size() == 1 ? named.get(0) : null);
    }

    private void trip(BoardTrip trip, List<ActualRow> rows) {
        int before = findings.size();
        Set<String> lacking = new TreeSet<>(trip.personsByGroup().keySet());
        rows.forEach(row -> lacking.remove(row.group()));
        ActualRow first = rows.get(0);
        if (!lacking.isEmpty()) {
            finding(first, ActualColumn.TRIP, "LACKING", String.join("、", lacking));
        }
        Collection<BoardTrip> riding = around.apply(trip.ref()).stream()
                .map(other -> after.getOrDefault(other.ref(), other))
                .toList();
        List<Boarded> typed = new ArrayList<>();
        for (ActualRow row : rows) {
            typed(trip, row, riding, typed);
        }
        Instant left = departure(trip, rows);
        if (findings.size() > before
                || rows.stream().anyMatch(row -> !row.problems().isEmpty())) {
            return;
        }
        List<Boarded> boarded = Reports.boarded(trip, typed, riding);
        boolean same = boarded.equals(trip.counted()) && left.equals(trip.leftAt());
        TripEntry entry = same ? null : entry(trip, rows, left, typed);
        if (findings.size() > before) {
            return;
        }
        State state = same ? State.UNCHANGED : trip.seen() == 0 ? State.NEW : changed(trip);
        read.add(new Trip(trip.ref(), trip.kind(), trip.name(), state, entry, boarded));
        after.put(trip.ref(), standing(trip, left, boarded));
    }

    private static State changed(BoardTrip trip) {
        return Reports.corrects(trip, Report.DEPARTED) ? State.CHANGED : State.NEW;
    }

    private void typed(BoardTrip trip, ActualRow row, Collection<BoardTrip> riding, List<Boarded> typed) {
        Integer persons = row.count(ActualColumn.PERSONS);
        if (persons == null) {
            if (!row.cells().containsKey(ActualColumn.PERSONS)) {
                finding(row, ActualColumn.PERSONS, "PERSONS");
            }
            return;
        }
        boolean reasons = List.of(ActualColumn.NO_SHOW, ActualColumn.REFUSED, ActualColumn.MOVED).stream()
                .anyMatch(column -> row.count(column) != null);
        Absent absent = reasons
                ? new Absent(
                        number(row, ActualColumn.NO_SHOW),
                        number(row, ActualColumn.REFUSED),
                        number(row, ActualColumn.MOVED),
                        row.text(ActualColumn.MOVED_TO))
                : null;
        Boarded one = new Boarded(
                row.group(),
                persons,
                persons,
                number(row, ActualColumn.INFANTS),
                number(row, ActualColumn.ESCORTS),
                absent,
                row.text(ActualColumn.REMARK));
        try {
            Reports.boarded(trip, List.of(one), riding);
            typed.add(one);
        } catch (ReportRefusedException e) {
            ActualColumn column = switch (e.reason()) {
                case MOVED_WHERE -> ActualColumn.MOVED_TO;
                case NOT_ACCOUNTED -> ActualColumn.NO_SHOW;
                case OTHERS, OTHERS_ALONE ->
                    number(row, ActualColumn.INFANTS) > 0 ? ActualColumn.INFANTS : ActualColumn.ESCORTS;
                default -> ActualColumn.PERSONS;
            };
            add(row, column, "day.refused." + e.reason(), List.of(e.group()));
        }
    }

    private static int number(ActualRow row, ActualColumn column) {
        Integer number = row.count(column);
        return number == null ? 0 : number;
    }

    /** The same in every row that has one; as published where none has, or as it was reported before. */
    private Instant departure(BoardTrip trip, List<ActualRow> rows) {
        ActualRow first = null;
        for (ActualRow row : rows) {
            if (row.departed() != null && first == null) {
                first = row;
            } else if (row.departed() != null && !row.departed().equals(first.departed())) {
                finding(row, ActualColumn.DEPARTED, "DEPARTED", first.address(ActualColumn.DEPARTED));
            }
        }
        if (first == null) {
            return trip.leftAt() == null ? trip.departure() : trip.leftAt();
        }
        Instant left = first.departed().atZone(PlanningProblem.ZONE).toInstant();
        // a file knows minutes
        if (trip.leftAt() != null
                && trip.leftAt().truncatedTo(ChronoUnit.MINUTES).equals(left)) {
            return trip.leftAt();
        }
        if (trip.state() == Report.ARRIVED && !left.equals(trip.leftAt())) {
            finding(first, ActualColumn.DEPARTED, "ARRIVED");
        }
        return left;
    }

    /** A trip that has arrived stays so: its figures are counted anew with its arrival. */
    private TripEntry entry(BoardTrip trip, List<ActualRow> rows, Instant left, List<Boarded> typed) {
        boolean arrived = trip.state() == Report.ARRIVED;
        String remark = rows.stream()
                .map(row -> row.text(ActualColumn.REMARK))
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("；"));
        Instant happened = arrived
                ? trip.events().stream()
                        .filter(event -> event.report() == Report.ARRIVED)
                        .map(TripEvent::happenedAt)
                        .reduce((earlier, later) -> later)
                        .orElseThrow()
                : left;
        TripEntry entry = new TripEntry(
                trip.ref(), arrived ? Report.ARRIVED : Report.DEPARTED, trip.seen(), 0, happened, remark, typed);
        try {
            Reports.require(trip, entry, now);
        } catch (ReportRefusedException e) {
            ActualColumn column =
                    e.reason() == ReportRefusedException.Reason.NO_REASON ? ActualColumn.REMARK : ActualColumn.DEPARTED;
            add(rows.get(0), column, "day.refused." + e.reason(), List.of(""));
        }
        return entry;
    }

    private static BoardTrip standing(BoardTrip trip, Instant left, List<Boarded> boarded) {
        List<TripEvent> events = new ArrayList<>(trip.events());
        events.add(new TripEvent(
                Long.MAX_VALUE,
                trip.ref().planId(),
                trip.ref().vehicle(),
                Report.DEPARTED,
                0,
                left,
                null,
                false,
                "",
                left,
                boarded));
        return new BoardTrip(trip.ref(), trip.rides(), trip.counties(), events);
    }

    private void finding(ActualRow row, Problem problem) {
        ActualColumn column = ActualColumn.valueOf(problem.column());
        add(row, column, "intake.problem." + problem.code(), problem.details());
    }

    private void finding(ActualRow row, ActualColumn column, String fault, String... details) {
        add(row, column, FAULT + fault, List.of(details));
    }

    private void add(ActualRow row, ActualColumn column, String key, List<String> details) {
        Finding finding = new Finding(
                row.sheet(), row.row(), row.address(column), row.header(column), row.text(column), key, details);
        if (findings.stream().noneMatch(other -> Objects.equals(other, finding))) {
            findings.add(finding);
        }
    }
}
