package io.chunfeng.storage;

import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.dispatch.Author;
import io.chunfeng.dispatch.LedgerChange;
import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.dispatch.RanTrips;
import io.chunfeng.place.AdminArea;
import io.chunfeng.place.AdminCodes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A season of a large province in the ledger: scenario S3, or a part of it. Synthetic: 14 prefectures and 120 counties, all
 * of 山西 and one each of three other provinces, groups of 5 to 500 people, five sixths of the trips in two weeks; who rides
 * a train or flight comes by feeder.
 */
final class SeasonLedger {
    static final Instant FIRST = Instant.parse("2024-01-25T00:00:00+08:00");
    static final Instant LAST = Instant.parse("2024-04-08T23:00:00+08:00");
    private static final Instant PEAK = Instant.parse("2024-02-12T00:00:00+08:00");
    private static final List<String> OTHERS = List.of("130102", "410102", "610102");
    private static final int PERSONS = 300_000;
    private static final int COACHES = 5_600;
    private static final int FEEDER_SEATS = 45;
    private static final int TRIPS_A_TRANSACTION = 100;

    private final TestDatabase database;
    private final Random random;
    private final HandMadePlan made = new HandMadePlan();
    private final List<String> counties;
    private final Map<String, Instant> ran = new HashMap<>();
    /** The group of a county that still has people, and how many. */
    private final Map<String, Map.Entry<String, Integer>> open = new TreeMap<>();

    private long plan;
    private int feeders;
    private int groups;

    private SeasonLedger(TestDatabase database, long seed) {
        this.database = database;
        this.random = new Random(seed);
        this.counties = AdminCodes.all().counties().stream()
                .map(AdminArea::code)
                .filter(code -> code.startsWith("14") || OTHERS.contains(code))
                .toList();
    }

    /** @param part of the season: 1 for all of it, 50 for a fiftieth */
    static SeasonLedger filled(TestDatabase database, int part, long seed) {
        SeasonLedger season = new SeasonLedger(database, seed);
        season.fill(part);
        return season;
    }

    private void fill(int part) {
        List<Vehicle> vehicles = new ArrayList<>();
        int left = PERSONS / part;
        for (int i = 0; i < Math.max(1, 30 / part); i++) {
            vehicles.add(new Vehicle("emu-" + i, RanTrip.Kind.CHARTERED_TRAIN, 8, 540));
        }
        for (int i = 0; i < Math.max(1, 20 / part); i++) {
            vehicles.add(new Vehicle("train-" + i, RanTrip.Kind.CHARTERED_TRAIN, 11, 1_100));
            vehicles.add(new Vehicle("carriages-" + i, RanTrip.Kind.CHARTERED_CARRIAGES, 3, 330));
        }
        for (int i = 0; i < Math.max(1, 8 / part); i++) {
            vehicles.add(new Vehicle("flight-" + i, RanTrip.Kind.CHARTER_FLIGHT, 0, 170));
        }
        left -= vehicles.stream().mapToInt(Vehicle::persons).sum();
        int coaches = COACHES / part;
        for (int i = 0; i < coaches; i++) {
            vehicles.add(
                    new Vehicle("coach-" + i, RanTrip.Kind.COACH, 0, left / coaches + (i < left % coaches ? 1 : 0)));
        }
        // the first county, so that the made plan has a station
        made.group("first", counties.get(0), 1);
        vehicles.forEach(this::ride);
        plan = made.store(database);
        List<RanTrip> trips = RanTrips.of(plan, made.problem(), made.plan(), ran);
        LedgerRows rows = new LedgerRows(database.sql());
        for (int from = 0; from < trips.size(); from += TRIPS_A_TRANSACTION) {
            List<RanTrip> some = trips.subList(from, Math.min(trips.size(), from + TRIPS_A_TRANSACTION));
            database.transaction()
                    .executeWithoutResult(status -> some.forEach(trip -> rows.add(
                            rows.begin(trip.ranAt().plus(Duration.ofMinutes(10)), new Author("clerk", null)),
                            LedgerChange.to(trip, List.of()).added())));
        }
        database.sql().sql("ANALYZE").update();
    }

    private record Vehicle(String id, RanTrip.Kind kind, int carriages, int persons) {}

    private void ride(Vehicle vehicle) {
        Instant at = moment();
        ran.put(vehicle.id, at);
        switch (vehicle.kind) {
            case COACH -> made.coach(vehicle.id);
            case CHARTERED_TRAIN -> made.train(vehicle.id, TrainService.Kind.CHARTERED_TRAIN, vehicle.carriages);
            case CHARTERED_CARRIAGES ->
                made.train(vehicle.id, TrainService.Kind.CHARTERED_CARRIAGES, vehicle.carriages);
            case CHARTER_FLIGHT -> made.flight(vehicle.id, Flight.Kind.CHARTER);
            case SEAT_BLOCK -> made.flight(vehicle.id, Flight.Kind.SEAT_BLOCK);
        }
        String county = counties.get(random.nextInt(counties.size()));
        int left = vehicle.persons;
        int seats = 0;
        while (left > 0) {
            if (vehicle.kind == RanTrip.Kind.COACH) {
                left -= board(county, left, vehicle.id);
                continue;
            }
            if (seats == 0) {
                county = counties.get(random.nextInt(counties.size()));
                feeders++;
                made.coach("feeder-" + feeders);
                ran.put("feeder-" + feeders, at.minus(Duration.ofHours(3)));
                seats = Math.min(FEEDER_SEATS, left);
            }
            int boarded = board(county, seats, "feeder-" + feeders, vehicle.id);
            seats -= boarded;
            left -= boarded;
        }
    }

    /** @return how many of the next group of the county there are, at most as many as there are seats */
    private int board(String county, int seats, String... vehicles) {
        Map.Entry<String, Integer> group = open.get(county);
        if (group == null) {
            groups++;
            String id = "G" + groups;
            int size = size();
            made.group(id, county, size, random.nextInt(10) == 0);
            group = Map.entry(id, size);
        }
        int persons = Math.min(seats, group.getValue());
        made.journey(group.getKey(), persons, vehicles);
        if (persons == group.getValue()) {
            open.remove(county);
        } else {
            open.put(county, Map.entry(group.getKey(), group.getValue() - persons));
        }
        return persons;
    }

    /** As scenario S1 has them. */
    private int size() {
        int kind = random.nextInt(10);
        return kind < 6 ? 5 + random.nextInt(16) : kind < 9 ? 20 + random.nextInt(41) : 60 + random.nextInt(441);
    }

    private Instant moment() {
        boolean peak = random.nextInt(6) < 5;
        long seconds = peak
                ? Duration.ofDays(14).toSeconds()
                : Duration.between(FIRST, LAST).toSeconds();
        return (peak ? PEAK : FIRST).plusSeconds((long) (random.nextDouble() * seconds));
    }

    long plan() {
        return plan;
    }

    int groups() {
        return groups;
    }

    /** Ids of everything that ran. */
    List<String> vehicles() {
        return ran.keySet().stream().sorted().toList();
    }
}
