package io.chunfeng.storage;

import io.chunfeng.capacity.TrainService;
import io.chunfeng.day.Absent;
import io.chunfeng.day.BoardTrip;
import io.chunfeng.day.Boarded;
import io.chunfeng.day.DayBoard;
import io.chunfeng.dispatch.RanTrip;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A published day of coaches with 53 seats: c1 with 30 of G1, c2 with 40 of G2, c3 full with G3; f1 and f2 bring 20 of G4 and
 * 20 of G5 to the train k1.
 */
final class TransferDay implements AutoCloseable {
    static final List<String> VEHICLES = List.of("c1", "c2", "c3", "f1", "f2", "k1");
    private static final LocalDate DAY = LocalDate.of(2024, 2, 17);

    private final TestDatabase database = TestDatabase.migrated();
    private final DayBoard board = database.board(Clock.systemUTC());

    TestDatabase database() {
        return database;
    }

    DayBoard board() {
        return board;
    }

    /** @param newest number of the publication before @return the plan's id */
    long published(int newest) {
        long id = new HandMadePlan()
                .group("G1", "141124", 30)
                .group("G2", "141126", 40)
                .group("G3", "140105", 53)
                .group("G4", "141124", 20)
                .group("G5", "141126", 20)
                .coach("c1")
                .coach("c2")
                .coach("c3")
                .coach("f1")
                .coach("f2")
                .train("k1", TrainService.Kind.CHARTERED_CARRIAGES, 1)
                .journey("G1", 30, "c1")
                .journey("G2", 40, "c2")
                .journey("G3", 53, "c3")
                .journey("G4", 20, "f1", "k1")
                .journey("G5", 20, "f2", "k1")
                .store(database);
        database.publications(Clock.systemUTC()).publish(id, newest, "test", Map.of());
        return id;
    }

    BoardTrip trip(String vehicle) {
        return board.trips(DAY).stream()
                .filter(trip -> trip.ref().vehicle().equals(vehicle))
                .findFirst()
                .orElseThrow();
    }

    static Boarded boarded(String group, int persons, int noShow, int moved, String to) {
        return new Boarded(group, persons, persons, 0, 0, new Absent(noShow, 0, moved, to), null);
    }

    /** Persons by trip and group, as the ledger has them now. */
    Map<String, Integer> carried() {
        Map<String, Integer> carried = new TreeMap<>();
        for (RanTrip trip : database.ledger().ranTrips(HandMadePlan.DEPARTURE)) {
            trip.boardings()
                    .forEach(one -> carried.merge(trip.vehicleId() + " " + one.groupId(), one.persons(), Integer::sum));
        }
        return carried;
    }

    @Override
    public void close() {
        database.close();
    }
}
