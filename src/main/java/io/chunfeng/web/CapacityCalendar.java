package io.chunfeng.web;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.Offer;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is offered and what plans use of it, day by day. Coaches: those of the pool, and the most that are away at one moment of the
 * day. Trains: carriages on the day they set out. Flights: seats on the day they leave.
 */
final class CapacityCalendar {
    private final List<LocalDate> days;
    private final Map<String, List<Plan.CoachTrip>> trips;
    private final Map<String, Integer> carriages;
    private final Map<String, Integer> passengers;

    /** @param plans that are taken together */
    CapacityCalendar(List<LocalDate> days, List<Plan> plans) {
        this.days = days;
        this.trips = plans.stream()
                .flatMap(plan -> plan.coachTrips().stream())
                .filter(trip -> !trip.events().isEmpty())
                .collect(Collectors.groupingBy(Plan.CoachTrip::poolId));
        this.carriages = plans.stream()
                .flatMap(plan -> plan.trainBookings().stream())
                .collect(Collectors.toMap(Plan.TrainBooking::serviceId, Plan.TrainBooking::carriages, Integer::sum));
        this.passengers = plans.stream()
                .flatMap(plan -> plan.flightBookings().stream())
                .collect(Collectors.toMap(Plan.FlightBooking::flightId, Plan.FlightBooking::passengers, Integer::sum));
    }

    /** @param place of the depot or of the departure */
    record Row(Offer offer, String place, List<Cell> cells) {
        public String id() {
            return offer.id();
        }

        public Offer.Kind kind() {
            return offer.offerKind();
        }

        public String path() {
            return CapacityPath.of(kind());
        }
    }

    record Cell(int available, int used) {
        static final Cell NONE = new Cell(0, 0);

        public State state() {
            if (used > available) {
                return State.OVER;
            }
            if (available == 0) {
                return State.NONE;
            }
            return used == 0 ? State.FREE : used < available ? State.PART : State.FULL;
        }

        /** Colour of the cell; made here and not in the template, which has some ten thousand of them. */
        public String css() {
            return "n " + state();
        }

        /** @param full the word beside the figures when everything is used; @param over when more is used than offered */
        public String shown(String full, String over) {
            State state = state();
            String figures = state == State.NONE ? "" : used + "/" + available;
            return state == State.FULL ? figures + " " + full : state == State.OVER ? figures + " " + over : figures;
        }
    }

    /** Keys of messages below {@code calendar.state.}. */
    enum State {
        NONE,
        FREE,
        PART,
        FULL,
        /** More than is offered: the offer was reduced after the plan was made. */
        OVER
    }

    Row row(CoachPool pool) {
        List<Plan.CoachTrip> own = trips.getOrDefault(pool.id(), List.of());
        return new Row(
                pool,
                pool.depot(),
                days.stream().map(day -> cell(pool, own, day)).toList());
    }

    private static Cell cell(CoachPool pool, List<Plan.CoachTrip> trips, LocalDate day) {
        Instant from = start(day);
        Instant until = start(day.plusDays(1));
        boolean there =
                pool.availableFrom().isBefore(until) && pool.availableUntil().isAfter(from);
        List<Plan.CoachTrip> away = trips.stream()
                .filter(trip ->
                        trip.busyFrom().isBefore(until) && trip.busyUntil().isAfter(from))
                .toList();
        // the number away only grows when one leaves
        int most = away.stream()
                .map(trip -> trip.busyFrom().isBefore(from) ? from : trip.busyFrom())
                .mapToInt(moment -> (int) away.stream()
                        .filter(trip -> !trip.busyFrom().isAfter(moment)
                                && trip.busyUntil().isAfter(moment))
                        .count())
                .max()
                .orElse(0);
        return new Cell(there ? pool.count() : 0, most);
    }

    Row row(TrainService train) {
        TrainService.Call first = train.calls().get(0);
        return new Row(
                train,
                first.place(),
                onItsDay(first.depart(), train.maxCarriages(), carriages.getOrDefault(train.id(), 0)));
    }

    Row row(Flight flight) {
        return new Row(
                flight,
                flight.from(),
                onItsDay(flight.depart(), flight.seats(), passengers.getOrDefault(flight.id(), 0)));
    }

    private List<Cell> onItsDay(Instant departs, int available, int used) {
        LocalDate day = Format.dateOf(departs);
        return days.stream()
                .map(each -> each.equals(day) ? new Cell(available, used) : Cell.NONE)
                .toList();
    }

    /** Whether anything is there or used on any of the days. */
    static boolean shown(Row row) {
        return row.cells().stream().anyMatch(cell -> cell.state() != State.NONE);
    }

    /** By day. */
    static List<Cell> totals(List<Row> rows, int days) {
        int[] available = new int[days];
        int[] used = new int[days];
        for (Row row : rows) {
            for (int i = 0; i < days; i++) {
                available[i] += row.cells().get(i).available();
                used[i] += row.cells().get(i).used();
            }
        }
        List<Cell> totals = new ArrayList<>(days);
        IntStream.range(0, days).forEach(i -> totals.add(new Cell(available[i], used[i])));
        return totals;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(PlanningProblem.ZONE).toInstant();
    }
}
