package io.chunfeng.road;

import com.graphhopper.util.DistanceCalcEarth;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.place.Wgs84;
import java.util.HashMap;
import java.util.Map;

/**
 * Seats of prefectures, by the first four digits of their codes, and of municipalities. A place is doubted that lies far from the seat of its
 * prefecture and near to another one: prefectures of the west reach 500 km from their seats, but not into the cities of others.
 */
final class PrefectureSeats {
    private static final double FAR_METRES = 150_000;
    /** Measured over the 2,964 counties whose seat is known: see src/docs/roads.md. */
    private static final double TIMES_AS_FAR = 7;

    private final Map<String, Gazetteer.Seat> seats = new HashMap<>();

    PrefectureSeats(Gazetteer gazetteer) {
        for (Gazetteer.Seat seat : gazetteer.seats()) {
            String code = seat.adminCode();
            // 90: cities and counties directly below the province have no prefecture
            if (seat.city() && code.endsWith("00") && !code.startsWith("90", 2)) {
                seats.put(code.substring(0, 4), seat);
            }
        }
    }

    /** Null where nothing is wrong, or no seat is known. */
    Doubt doubt(Place place) {
        String municipality = place.adminCode().substring(0, 2) + "00";
        Gazetteer.Seat own = seats.getOrDefault(place.prefecture(), seats.get(municipality));
        if (own == null) {
            return null;
        }
        Position position = Wgs84.of(place.position());
        double metres = metres(position, own);
        double toOthers = seats.values().stream()
                .filter(seat -> seat != own)
                .mapToDouble(seat -> metres(position, seat))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        return metres > FAR_METRES && metres > TIMES_AS_FAR * toOthers
                ? new Doubt.FarFromSeat(place, own.name(), (int) Math.round(metres))
                : null;
    }

    private static double metres(Position position, Gazetteer.Seat seat) {
        return DistanceCalcEarth.DIST_EARTH.calcDist(position.lat(), position.lon(), seat.lat(), seat.lon());
    }
}
