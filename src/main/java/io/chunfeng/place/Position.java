package io.chunfeng.place;

/**
 * A point as it was given: degrees, longitude before latitude, in the coordinate system it was given in.
 * {@code Wgs84.of(position)} is what every computation uses; the original is kept beside it.
 */
public record Position(double lon, double lat, Crs crs) {
    public static Position wgs84(double lon, double lat) {
        return new Position(lon, lat, Crs.WGS84);
    }

    /** Outside China, and inside with longitude and latitude exchanged. */
    public boolean looksSwapped() {
        return !inChina() && swapped().inChina();
    }

    public Position swapped() {
        return new Position(lat, lon, crs);
    }

    /** For people: {@code (116.4, 39.9)}. */
    public String lonLat() {
        return "(" + lon + ", " + lat + ")";
    }

    /** In a box around it, every island included. */
    private boolean inChina() {
        return lon >= 73 && lon <= 136 && lat >= 3 && lat <= 54;
    }
}
