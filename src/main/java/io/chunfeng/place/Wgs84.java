package io.chunfeng.place;

/**
 * Conversion to WGS-84, the system every computation uses.
 *
 * <p>GCJ-02 is WGS-84 on the Krasovsky 1940 ellipsoid plus a smooth shift of 100 to 700 m inside China; BD-09 is GCJ-02 plus a
 * further shift. The formulas are the published reverse-engineered ones that every Chinese mapping library carries. They have no closed inverse, so
 * GCJ-02 is inverted by iterating on the forward shift; the error left is far below a millimetre.
 */
public final class Wgs84 {
    private static final double SEMI_MAJOR_AXIS_METRES = 6378245.0;
    private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;
    private static final double BD09_TURN = Math.PI * 3000.0 / 180.0;
    private static final int MAX_ITERATIONS = 30;
    private static final double CLOSE_ENOUGH_DEGREES = 1e-10;

    private Wgs84() {}

    /** The same point in WGS-84. A point given in WGS-84, or in GCJ-02 outside China, keeps its figures. */
    public static Position of(Position position) {
        return switch (position.crs()) {
            case WGS84 -> position;
            case GCJ02 -> fromGcj02(position.lon(), position.lat());
            case BD09 -> fromBd09(position.lon(), position.lat());
        };
    }

    private static Position fromBd09(double lon, double lat) {
        double x = lon - 0.0065;
        double y = lat - 0.006;
        double radius = Math.sqrt(x * x + y * y) - 0.00002 * Math.sin(y * BD09_TURN);
        double angle = Math.atan2(y, x) - 0.000003 * Math.cos(x * BD09_TURN);
        return fromGcj02(radius * Math.cos(angle), radius * Math.sin(angle));
    }

    private static Position fromGcj02(double gcjLon, double gcjLat) {
        if (outsideChina(gcjLon, gcjLat)) {
            return Position.wgs84(gcjLon, gcjLat);
        }
        double lon = gcjLon;
        double lat = gcjLat;
        for (int i = 0; i < MAX_ITERATIONS; i++) {
            double[] shift = shiftDegrees(lon, lat);
            double nextLon = gcjLon - shift[0];
            double nextLat = gcjLat - shift[1];
            boolean settled =
                    Math.abs(nextLon - lon) < CLOSE_ENOUGH_DEGREES && Math.abs(nextLat - lat) < CLOSE_ENOUGH_DEGREES;
            lon = nextLon;
            lat = nextLat;
            if (settled) {
                break;
            }
        }
        return Position.wgs84(lon, lat);
    }

    /** The box inside which the shift is applied, as in the mapping services themselves. */
    private static boolean outsideChina(double lon, double lat) {
        return lon < 72.004 || lon > 137.8347 || lat < 0.8293 || lat > 55.8271;
    }

    /** GCJ-02 minus WGS-84 at a WGS-84 point: longitude, latitude. */
    static double[] shiftDegrees(double lon, double lat) {
        double x = lon - 105.0;
        double y = lat - 35.0;
        double east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
        east += waves(20.0, 6.0 * x, 20.0, 2.0 * x);
        east += waves(20.0, x, 40.0, x / 3.0);
        east += waves(150.0, x / 12.0, 300.0, x / 30.0);
        double north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
        north += waves(20.0, 6.0 * x, 20.0, 2.0 * x);
        north += waves(20.0, y, 40.0, y / 3.0);
        north += waves(160.0, y / 12.0, 320.0, y / 30.0);

        double sine = Math.sin(Math.toRadians(lat));
        double magic = 1 - ECCENTRICITY_SQUARED * sine * sine;
        double primeVertical = SEMI_MAJOR_AXIS_METRES / Math.sqrt(magic);
        double meridian = SEMI_MAJOR_AXIS_METRES * (1 - ECCENTRICITY_SQUARED) / (magic * Math.sqrt(magic));
        return new double[] {
            Math.toDegrees(east / (primeVertical * Math.cos(Math.toRadians(lat)))), Math.toDegrees(north / meridian)
        };
    }

    private static double waves(double amplitude1, double turn1, double amplitude2, double turn2) {
        return (amplitude1 * Math.sin(turn1 * Math.PI) + amplitude2 * Math.sin(turn2 * Math.PI)) * 2.0 / 3.0;
    }
}
