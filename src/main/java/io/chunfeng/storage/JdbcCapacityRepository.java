package io.chunfeng.storage;

import io.chunfeng.capacity.CapacityRepository;
import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

final class JdbcCapacityRepository implements CapacityRepository {
    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate batches;
    private final TransactionOperations transaction;

    JdbcCapacityRepository(JdbcClient sql, NamedParameterJdbcTemplate batches, TransactionOperations transaction) {
        this.sql = sql;
        this.batches = batches;
        this.transaction = transaction;
    }

    @Override
    public List<CoachPool> coachPools() {
        return sql.sql("SELECT * FROM coach_pool ORDER BY id")
                .query(CapacityRows::coachPool)
                .list();
    }

    @Override
    public List<TrainService> trainServices() {
        Map<String, List<TrainService.Call>> calls = new HashMap<>();
        return transaction.execute(status -> {
            sql.sql("SELECT * FROM train_call ORDER BY service, number").query(row -> {
                calls.computeIfAbsent(row.getString("service"), id -> new ArrayList<>())
                        .add(CapacityRows.call(row));
            });
            return sql.sql("SELECT * FROM train_service ORDER BY id")
                    .query((row, number) -> CapacityRows.trainService(row, calls.get(row.getString("id"))))
                    .list();
        });
    }

    @Override
    public List<Flight> flights() {
        return sql.sql("SELECT * FROM flight ORDER BY id")
                .query(CapacityRows::flight)
                .list();
    }

    @Override
    public void save(Collection<CoachPool> pools, Collection<TrainService> services, Collection<Flight> flights) {
        transaction.executeWithoutResult(status -> {
            savePools(pools);
            saveServices(services);
            saveFlights(flights);
        });
    }

    private void savePools(Collection<CoachPool> pools) {
        String upsert = """
                INSERT INTO coach_pool (id, operator, depot, home_prefecture, approved_seats, wheelchair_spaces, coaches,
                                        available_from, available_until, dispatch_fen, fen_per_loaded_km,
                                        fen_per_empty_km, fen_per_driver_day)
                VALUES (:id, :operator, :depot, :homePrefecture, :approvedSeats, :wheelchairSpaces, :coaches,
                        :availableFrom, :availableUntil, :dispatchFen, :fenPerLoadedKm,
                        :fenPerEmptyKm, :fenPerDriverDay)
                ON CONFLICT (id) DO UPDATE SET
                    operator = excluded.operator, depot = excluded.depot, home_prefecture = excluded.home_prefecture,
                    approved_seats = excluded.approved_seats, wheelchair_spaces = excluded.wheelchair_spaces,
                    coaches = excluded.coaches, available_from = excluded.available_from,
                    available_until = excluded.available_until, dispatch_fen = excluded.dispatch_fen,
                    fen_per_loaded_km = excluded.fen_per_loaded_km, fen_per_empty_km = excluded.fen_per_empty_km,
                    fen_per_driver_day = excluded.fen_per_driver_day
                """;
        Rows.batch(batches, upsert, pools, CapacityRows::parameters);
    }

    private void saveServices(Collection<TrainService> services) {
        String upsert = """
                INSERT INTO train_service (id, name, kind, seats_per_carriage, wheelchair_spaces_per_carriage,
                                           min_carriages, max_carriages, service_fen, fen_per_carriage,
                                           fen_per_passenger, book_by)
                VALUES (:id, :name, :kind, :seatsPerCarriage, :wheelchairSpacesPerCarriage,
                        :minCarriages, :maxCarriages, :serviceFen, :fenPerCarriage,
                        :fenPerPassenger, :bookBy)
                ON CONFLICT (id) DO UPDATE SET
                    name = excluded.name, kind = excluded.kind, seats_per_carriage = excluded.seats_per_carriage,
                    wheelchair_spaces_per_carriage = excluded.wheelchair_spaces_per_carriage,
                    min_carriages = excluded.min_carriages, max_carriages = excluded.max_carriages,
                    service_fen = excluded.service_fen, fen_per_carriage = excluded.fen_per_carriage,
                    fen_per_passenger = excluded.fen_per_passenger, book_by = excluded.book_by
                """;
        String insertCall = """
                INSERT INTO train_call (service, number, place, arrive, depart)
                VALUES (:service, :number, :place, :arrive, :depart)
                """;
        Rows.batch(batches, upsert, services, CapacityRows::parameters);
        for (TrainService service : services) {
            sql.sql("DELETE FROM train_call WHERE service = :id")
                    .param("id", service.id())
                    .update();
        }
        List<Map<String, ?>> calls =
                services.stream().flatMap(JdbcCapacityRepository::numberedCalls).toList();
        Rows.batch(batches, insertCall, calls, call -> call);
    }

    private static Stream<Map<String, ?>> numberedCalls(TrainService service) {
        return IntStream.range(0, service.calls().size())
                .mapToObj(i -> CapacityRows.parameters(
                        service.id(), i + 1, service.calls().get(i)));
    }

    private void saveFlights(Collection<Flight> flights) {
        String upsert = """
                INSERT INTO flight (id, name, kind, from_place, to_place, depart, arrive, seats, wheelchair_spaces,
                                    min_passengers, flight_fen, fen_per_passenger, book_by)
                VALUES (:id, :name, :kind, :from, :to, :depart, :arrive, :seats, :wheelchairSpaces,
                        :minPassengers, :flightFen, :fenPerPassenger, :bookBy)
                ON CONFLICT (id) DO UPDATE SET
                    name = excluded.name, kind = excluded.kind, from_place = excluded.from_place,
                    to_place = excluded.to_place, depart = excluded.depart, arrive = excluded.arrive,
                    seats = excluded.seats, wheelchair_spaces = excluded.wheelchair_spaces,
                    min_passengers = excluded.min_passengers, flight_fen = excluded.flight_fen,
                    fen_per_passenger = excluded.fen_per_passenger, book_by = excluded.book_by
                """;
        Rows.batch(batches, upsert, flights, CapacityRows::parameters);
    }
}
