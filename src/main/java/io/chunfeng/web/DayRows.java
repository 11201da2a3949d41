package io.chunfeng.web;

import io.chunfeng.day.BoardTrip;
import io.chunfeng.day.DayBoard;
import io.chunfeng.day.Expectations;
import io.chunfeng.day.Reports;
import io.chunfeng.day.Transfer;
import io.chunfeng.day.TripExpectation;
import io.chunfeng.day.TripRef;
import io.chunfeng.place.PlaceRepository;
import io.chunfeng.plan.Rules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Trips of the board with what is expected of them and the names of places. */
@Component
class DayRows {
    private final DayBoard board;
    private final PlaceRepository places;
    private final Clock clock;

    DayRows(DayBoard board, PlaceRepository places, Clock clock) {
        this.board = board;
        this.places = places;
        this.clock = clock;
    }

    List<DayRow> of(LocalDate day) {
        return rows(board.trips(day));
    }

    /** The trip of the day to be recorded after this one, of those that are 待补录; empty when none is left. */
    Optional<DayRow> next(LocalDate day, TripRef after) {
        List<DayRow> rows = of(day);
        List<TripRef> order = rows.stream().map(row -> row.trip().ref()).toList();
        int here = order.indexOf(after);
        List<DayRow> open = rows.stream()
                .filter(row -> row.unreported() && !row.trip().ref().equals(after))
                .toList();
        return open.stream()
                .filter(row -> order.indexOf(row.trip().ref()) > here)
                .findFirst()
                .or(() -> open.stream().findFirst());
    }

    /** @param expected persons to board the trip, by group id: fewer than planned where they missed an earlier one */
    record Riding(BoardTrip trip, Map<String, Integer> expected) {}

    /** Without what only a page shows. @throws NotFoundException when it is not in force */
    Riding riding(TripRef ref) {
        return riding(ref, board.around(ref));
    }

    private static Riding riding(TripRef ref, List<BoardTrip> around) {
        BoardTrip trip =
                around.stream().filter(one -> one.ref().equals(ref)).findFirst().orElseThrow(NotFoundException::new);
        return new Riding(trip, Reports.expected(trip, around));
    }

    /** @param others the trips that its people ride before or after it @param expected see {@link Riding} */
    record Around(DayRow row, List<DayRow> others, Map<String, Integer> expected) {}

    /** @throws NotFoundException when it is not in force */
    Around around(TripRef ref) {
        List<BoardTrip> around = board.around(ref);
        Riding riding = riding(ref, around);
        Map<Boolean, List<DayRow>> rows =
                rows(around).stream().collect(Collectors.partitioningBy(row -> row.trip() == riding.trip()));
        return new Around(rows.get(true).get(0), rows.get(false), riding.expected());
    }

    Names names() {
        return new Names(places.all());
    }

    private List<DayRow> rows(List<BoardTrip> trips) {
        Names names = names();
        // every problem of the program is made with the default rules
        Map<TripRef, TripExpectation> expected = Expectations.of(trips, Rules.DEFAULT);
        Map<TripRef, List<Transfer>> arriving =
                board.arrivingAt(trips.stream().map(BoardTrip::ref).toList());
        return trips.stream()
                .map(trip -> new DayRow(
                        trip,
                        expected.get(trip.ref()),
                        names.of(trip.from()),
                        names.of(trip.to()),
                        arriving.getOrDefault(trip.ref(), List.of()),
                        trip.unreported(clock.instant())))
                .toList();
    }
}
