package io.chunfeng.place;

import java.util.List;
import java.util.Locale;

/** Whether a point lies in or near the county it is said to lie in, judged by the known places of that county, else of its prefecture. */
public final class PlaceCheck {
    /** Furthest that a point of a county lies from another of its known points; Shanxi's largest county is 90 km long. */
    public static final int COUNTY_METRES = 60_000;

    /** The same for a prefecture. */
    public static final int PREFECTURE_METRES = 200_000;

    private static final double EARTH_METRES = 6_371_008.8;

    private final List<Place> known;

    public PlaceCheck(List<Place> known) {
        this.known = known;
    }

    public enum Doubt {
        OUTSIDE_CHINA,
        /** Longitude and latitude are exchanged: the other way round it fits. */
        SWAPPED,
        FAR_FROM_COUNTY
    }

    /**
     * @param kilometres to the nearest known place of the county or prefecture; 0 where none was asked
     * @param nearest name of that place, or null
     * @param suggestion coordinates that would fit, as {@code 112.57, 37.87}; null for none
     */
    public record Finding(Doubt doubt, long kilometres, String nearest, String suggestion) {}

    /** Null when all is well, or nothing is known of the county. */
    public Finding check(Position given, String county) {
        if (!looksChinese(given)) {
            return given.looksSwapped()
                    ? new Finding(Doubt.SWAPPED, 0, null, text(given.swapped()))
                    : new Finding(Doubt.OUTSIDE_CHINA, 0, null, null);
        }
        List<Place> near =
                known.stream().filter(place -> place.adminCode().equals(county)).toList();
        boolean own = !near.isEmpty();
        if (!own) {
            near = known.stream()
                    .filter(place -> place.prefecture().equals(county.substring(0, 4)))
                    .toList();
        }
        Place nearest = null;
        double least = Double.MAX_VALUE;
        for (Place place : near) {
            double metres = metres(given, place.position());
            if (metres < least) {
                least = metres;
                nearest = place;
            }
        }
        int allowed = own ? COUNTY_METRES : PREFECTURE_METRES;
        return nearest == null || least <= allowed
                ? null
                : new Finding(Doubt.FAR_FROM_COUNTY, Math.round(least / 1000), nearest.name(), null);
    }

    private static boolean looksChinese(Position p) {
        return p.lon() >= 73 && p.lon() <= 136 && p.lat() >= 3 && p.lat() <= 54;
    }

    private static String text(Position p) {
        return String.format(Locale.ROOT, "%s, %s", p.lon(), p.lat());
    }

    /** Along the great circle. */
    public static double metres(Position one, Position other) {
        Position a = Wgs84.of(one);
        Position b = Wgs84.of(other);
        double lat = Math.toRadians(b.lat() - a.lat());
        double lon = Math.toRadians(b.lon() - a.lon());
        double h = Math.pow(Math.sin(lat / 2), 2)
                + Math.cos(Math.toRadians(a.lat()))
                        * Math.cos(Math.toRadians(b.lat()))
                        * Math.pow(Math.sin(lon / 2), 2);
        return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
