package io.chunfeng.capacity;

import io.chunfeng.place.Place;
import io.chunfeng.place.Prefectures;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** A coach pool as it is typed into a page, a sheet or the API, by the names of the exchange format; and back. */
public final class PoolText {
    public static final List<String> FIELDS = List.of(
            "id",
            "operator",
            "depot",
            "homePrefecture",
            "approvedSeats",
            "wheelchairSpaces",
            "count",
            "availableFrom",
            "availableUntil",
            "dispatchYuan",
            "yuanPerLoadedKm",
            "yuanPerEmptyKm",
            "yuanPerDriverDay");

    /** 核载 of coaches in use. */
    private static final List<Integer> USUAL_SEATS = List.of(22, 25, 29, 33, 35, 37, 45, 49, 55, 59);

    private static final int LEAST_SEATS = 7;
    private static final int MOST_SEATS = 100;
    private static final int MOST_COACHES = 5_000;
    /** A depot this near to a place of the home prefecture is called near it. */
    private static final int NEAR_KM = 50;

    private PoolText() {}

    public static Reading<CoachPool> read(Map<String, String> typed, Surroundings surroundings) {
        TypedFields fields = new TypedFields(typed, surroundings);
        String id = fields.id();
        String operator = fields.text("operator");
        Place depot = fields.place("depot");
        String home = fields.prefecture("homePrefecture");
        Integer seats = fields.whole("approvedSeats", LEAST_SEATS, MOST_SEATS);
        Integer wheelchairs = fields.wholeOr("wheelchairSpaces", 0, 0, MOST_SEATS);
        Integer count = fields.whole("count", 0, MOST_COACHES);
        Instant from = fields.moment("availableFrom", false);
        Instant until = fields.moment("availableUntil", true);
        Long dispatch = fields.fen("dispatchYuan");
        Long loaded = fields.fen("yuanPerLoadedKm");
        Long empty = fields.fen("yuanPerEmptyKm");
        Long driverDay = fields.fen("yuanPerDriverDay");
        if (from != null && until != null && !from.isBefore(until)) {
            fields.add("availableUntil", Fault.WINDOW_ORDER);
        }
        checkSeats(fields, seats, wheelchairs);
        checkHome(fields, depot, home);
        return new Reading<>(
                fields.failed()
                        ? null
                        : new CoachPool(
                                id,
                                operator,
                                depot.id(),
                                home,
                                seats,
                                wheelchairs,
                                count,
                                from,
                                until,
                                dispatch,
                                loaded,
                                empty,
                                driverDay),
                fields.findings());
    }

    private static void checkSeats(TypedFields fields, Integer seats, Integer wheelchairs) {
        if (seats == null) {
            return;
        }
        if (!USUAL_SEATS.contains(seats)) {
            String usual = USUAL_SEATS.stream().map(Objects::toString).collect(Collectors.joining("、"));
            fields.add("approvedSeats", Fault.UNUSUAL_COACH, usual);
        }
        // at least one seat is the driver's
        if (wheelchairs != null && wheelchairs >= seats) {
            fields.add("wheelchairSpaces", Fault.TOO_MANY_WHEELCHAIRS);
        }
    }

    private static void checkHome(TypedFields fields, Place depot, String home) {
        if (depot == null || home == null || depot.prefecture().equals(home)) {
            return;
        }
        OptionalInt km = fields.surroundings().kmToPrefecture(depot, home);
        if (km.isEmpty() || km.getAsInt() > NEAR_KM) {
            String far = km.isEmpty() ? "?" : String.valueOf(km.getAsInt());
            fields.add("depot", Fault.DEPOT_AWAY, Prefectures.name(home), far);
        }
    }

    public static Map<String, String> write(CoachPool pool, Surroundings surroundings) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("id", pool.id());
        typed.put("operator", pool.operator());
        typed.put("depot", surroundings.label(pool.depot()));
        typed.put("homePrefecture", pool.homePrefecture());
        typed.put("approvedSeats", String.valueOf(pool.approvedSeats()));
        typed.put("wheelchairSpaces", String.valueOf(pool.wheelchairSpaces()));
        typed.put("count", String.valueOf(pool.count()));
        typed.put("availableFrom", TypedMoment.write(pool.availableFrom()));
        typed.put("availableUntil", TypedMoment.write(pool.availableUntil()));
        typed.put("dispatchYuan", TypedFields.yuan(pool.dispatchFen()));
        typed.put("yuanPerLoadedKm", TypedFields.yuan(pool.fenPerLoadedKm()));
        typed.put("yuanPerEmptyKm", TypedFields.yuan(pool.fenPerEmptyKm()));
        typed.put("yuanPerDriverDay", TypedFields.yuan(pool.fenPerDriverDay()));
        return typed;
    }
}
