package io.chunfeng.road;

import com.graphhopper.util.DistanceCalcEarth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Cities and counties with the points of their seats. A district of a city (市辖区, county part 01 to 20 of its code) goes by the name of the city.
 */
final class Gazetteer {
    static final Gazetteer NONE = new Gazetteer(List.of());

    /** A county-level city under its province whose point lies so near to a prefecture's seat carries that point by mistake. */
    private static final double MISPLACED_METRES = 15_000;

    private final List<TrunkMap.Point> towns;
    private final Map<String, Seat> byCode = new HashMap<>();
    private final List<Seat> seats;

    /** @param city of prefecture level, or a county-level unit directly under its province */
    record Seat(String name, String adminCode, boolean city, double lon, double lat) {
        Passed.Town passedAt(double metres) {
            return new Passed.Town(name, adminCode, city, (int) Math.round(metres));
        }
    }

    /** @param points of any kind; junctions are no towns */
    Gazetteer(List<TrunkMap.Point> points) {
        towns = points.stream().filter(point -> !point.isJunction()).toList();
        towns.forEach(town -> byCode.put(town.adminCode(), seat(town)));
        byCode.remove("");
        seats = towns.stream()
                .filter(town -> !isDistrict(town.adminCode()) && !isMisplaced(town))
                .map(Gazetteer::seat)
                .toList();
    }

    /** All towns but districts, and but those whose point belongs to another. */
    List<Seat> seats() {
        return seats;
    }

    /** The county of a GB/T 2260 code; its city for a district, or where the county is not listed; null where neither is. */
    Seat of(String adminCode) {
        if (adminCode == null || !adminCode.matches("\\d{6}")) {
            return null;
        }
        String city = adminCode.substring(0, 4) + "00";
        String municipality = adminCode.substring(0, 2) + "0000";
        Stream<String> codes = isDistrict(adminCode)
                ? Stream.of(city, municipality, adminCode)
                : Stream.of(adminCode, city, municipality);
        return codes.map(byCode::get).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** What stands at a row of the table: the town itself, its city for a district, null where its point belongs to another. */
    Seat at(TrunkMap.Point town) {
        if (isMisplaced(town)) {
            return null;
        }
        return isDistrict(town.adminCode()) ? of(town.adminCode()) : seat(town);
    }

    private boolean isMisplaced(TrunkMap.Point town) {
        return isUnderItsProvince(town.adminCode())
                && towns.stream()
                        .filter(other -> other != town)
                        .anyMatch(other -> metres(town, other) == 0
                                || other.adminCode().endsWith("00") && metres(town, other) < MISPLACED_METRES);
    }

    private static double metres(TrunkMap.Point a, TrunkMap.Point b) {
        return DistanceCalcEarth.DIST_EARTH.calcDist(a.lat(), a.lon(), b.lat(), b.lon());
    }

    private static boolean isUnderItsProvince(String adminCode) {
        return adminCode.startsWith("90", 2);
    }

    private static boolean isDistrict(String adminCode) {
        return adminCode.matches("\\d{4}(0[1-9]|1\\d|20)") && !isUnderItsProvince(adminCode);
    }

    private static Seat seat(TrunkMap.Point town) {
        return new Seat(town.name(), town.adminCode(), town.kind().equals("city"), town.lon(), town.lat());
    }
}
