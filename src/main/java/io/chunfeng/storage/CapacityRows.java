package io.chunfeng.storage;

import static java.util.Map.entry;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.Offer;
import io.chunfeng.capacity.Offered;
import io.chunfeng.capacity.TrainService;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Capacity records to parameters of SQL and back. */
final class CapacityRows {
    private CapacityRows() {}

    static Map<String, ?> parameters(Offer offer) {
        if (offer instanceof CoachPool pool) {
            return parameters(pool);
        }
        return offer instanceof TrainService train ? parameters(train) : parameters((Flight) offer);
    }

    private static Map<String, ?> parameters(CoachPool pool) {
        return Map.ofEntries(
                entry("id", pool.id()),
                entry("operator", pool.operator()),
                entry("depot", pool.depot()),
                entry("homePrefecture", pool.homePrefecture()),
                entry("approvedSeats", pool.approvedSeats()),
                entry("wheelchairSpaces", pool.wheelchairSpaces()),
                entry("coaches", pool.count()),
                entry("availableFrom", Rows.utc(pool.availableFrom())),
                entry("availableUntil", Rows.utc(pool.availableUntil())),
                entry("dispatchFen", pool.dispatchFen()),
                entry("fenPerLoadedKm", pool.fenPerLoadedKm()),
                entry("fenPerEmptyKm", pool.fenPerEmptyKm()),
                entry("fenPerDriverDay", pool.fenPerDriverDay()));
    }

    static CoachPool coachPool(ResultSet row, int number) throws SQLException {
        return new CoachPool(
                row.getString("id"),
                row.getString("operator"),
                row.getString("depot"),
                row.getString("home_prefecture"),
                row.getInt("approved_seats"),
                row.getInt("wheelchair_spaces"),
                row.getInt("coaches"),
                Rows.instant(row, "available_from"),
                Rows.instant(row, "available_until"),
                row.getLong("dispatch_fen"),
                row.getLong("fen_per_loaded_km"),
                row.getLong("fen_per_empty_km"),
                row.getLong("fen_per_driver_day"));
    }

    private static Map<String, ?> parameters(TrainService service) {
        return Map.ofEntries(
                entry("id", service.id()),
                entry("name", service.name()),
                entry("kind", service.kind().name()),
                entry("seatsPerCarriage", service.seatsPerCarriage()),
                entry("wheelchairSpacesPerCarriage", service.wheelchairSpacesPerCarriage()),
                entry("minCarriages", service.minCarriages()),
                entry("maxCarriages", service.maxCarriages()),
                entry("serviceFen", service.serviceFen()),
                entry("fenPerCarriage", service.fenPerCarriage()),
                entry("fenPerPassenger", service.fenPerPassenger()),
                entry("bookBy", Rows.utc(service.bookBy())));
    }

    static TrainService trainService(ResultSet row, List<TrainService.Call> calls) throws SQLException {
        return new TrainService(
                row.getString("id"),
                row.getString("name"),
                TrainService.Kind.valueOf(row.getString("kind")),
                calls,
                row.getInt("seats_per_carriage"),
                row.getInt("wheelchair_spaces_per_carriage"),
                row.getInt("min_carriages"),
                row.getInt("max_carriages"),
                row.getLong("service_fen"),
                row.getLong("fen_per_carriage"),
                row.getLong("fen_per_passenger"),
                Rows.instant(row, "book_by"));
    }

    static Map<String, ?> parameters(String service, int number, TrainService.Call call) {
        return Map.of(
                "service", service,
                "number", number,
                "place", call.place(),
                "arrive", Rows.utc(call.arrive()),
                "depart", Rows.utc(call.depart()));
    }

    static <T extends Offer> Offered<T> offered(T offer, ResultSet row) throws SQLException {
        return new Offered<>(offer, row.getInt("version"), Rows.instant(row, "changed_at"));
    }

    static TrainService.Call call(ResultSet row) throws SQLException {
        return new TrainService.Call(row.getString("place"), Rows.instant(row, "arrive"), Rows.instant(row, "depart"));
    }

    private static Map<String, ?> parameters(Flight flight) {
        return Map.ofEntries(
                entry("id", flight.id()),
                entry("name", flight.name()),
                entry("kind", flight.kind().name()),
                entry("fromPlace", flight.from()),
                entry("toPlace", flight.to()),
                entry("depart", Rows.utc(flight.depart())),
                entry("arrive", Rows.utc(flight.arrive())),
                entry("seats", flight.seats()),
                entry("wheelchairSpaces", flight.wheelchairSpaces()),
                entry("minPassengers", flight.minPassengers()),
                entry("flightFen", flight.flightFen()),
                entry("fenPerPassenger", flight.fenPerPassenger()),
                entry("bookBy", Rows.utc(flight.bookBy())));
    }

    static Flight flight(ResultSet row, int number) throws SQLException {
        return new Flight(
                row.getString("id"),
                row.getString("name"),
                Flight.Kind.valueOf(row.getString("kind")),
                row.getString("from_place"),
                row.getString("to_place"),
                Rows.instant(row, "depart"),
                Rows.instant(row, "arrive"),
                row.getInt("seats"),
                row.getInt("wheelchair_spaces"),
                row.getInt("min_passengers"),
                row.getLong("flight_fen"),
                row.getLong("fen_per_passenger"),
                Rows.instant(row, "book_by"));
    }
}
