package io.chunfeng.place;

/**
 * A point as it was given: degrees, longitude before latitude, in the coordinate system it was given in.
 * {@code Wgs84.of(position)} is what every computation uses; the original is kept beside it.
 */
public record Position(double lon, double lat, Crs crs) {
    public static Position wgs84(double lon, double lat) {
        return new Position(lon, lat, Crs.WGS84);
    }
}
