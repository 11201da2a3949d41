package io.chunfeng.storage;

import io.chunfeng.dispatch.Aboard;
import io.chunfeng.dispatch.Author;
import io.chunfeng.dispatch.DispatchRepository;
import io.chunfeng.dispatch.RanTrip;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Random corrections of a season: fewer boarded, another moment, did not run after all, ran after all. */
final class Corrections {
    private final TestDatabase database;
    private final SeasonLedger season;
    private final Random random;

    Corrections(TestDatabase database, SeasonLedger season, long seed) {
        this.database = database;
        this.season = season;
        this.random = new Random(seed);
    }

    void make(int corrections) {
        DispatchRepository dispatch = database.dispatch();
        List<String> vehicles = season.vehicles();
        Map<String, RanTrip> known = database.ledger().ranTrips(SeasonLedger.LAST).stream()
                .collect(Collectors.toMap(RanTrip::vehicleId, Function.identity()));
        for (int i = 0; i < corrections; i++) {
            String vehicle = vehicles.get(random.nextInt(vehicles.size()));
            RanTrip trip = known.get(vehicle);
            Author author = new Author("auditor", "核对 " + i);
            if (dispatch.ran(season.plan()).containsKey(vehicle) && random.nextInt(4) == 0) {
                dispatch.unmarkRan(season.plan(), vehicle, author);
                continue;
            }
            Instant ranAt = random.nextBoolean() ? trip.ranAt() : trip.ranAt().plusSeconds(1 + random.nextInt(600_000));
            RanTrip.Boarding one =
                    trip.boardings().get(random.nextInt(trip.boardings().size()));
            Map<String, Aboard> aboard = Map.of(one.groupId(), Aboard.persons(random.nextInt(one.persons() + 1)));
            dispatch.markRan(season.plan(), vehicle, ranAt, aboard, author);
        }
    }
}
