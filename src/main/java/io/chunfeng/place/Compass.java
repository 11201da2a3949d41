package io.chunfeng.place;

/** The eight points of the compass. */
public enum Compass {
    NORTH("正北方向", "north"),
    NORTH_EAST("东北方向", "north-east"),
    EAST("正东方向", "east"),
    SOUTH_EAST("东南方向", "south-east"),
    SOUTH("正南方向", "south"),
    SOUTH_WEST("西南方向", "south-west"),
    WEST("正西方向", "west"),
    NORTH_WEST("西北方向", "north-west");

    private static final double SECTOR_DEGREES = 45;

    private final String chinese;
    private final String english;

    Compass(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** @param degrees clockwise from north; a border between two points belongs to the one clockwise of it */
    public static Compass of(double degrees) {
        return values()[Math.floorMod((int) Math.floor(degrees / SECTOR_DEGREES + 0.5), values().length)];
    }

    /** The direction in which the shortest way sets out, both ends in WGS-84. */
    public static Compass from(Position here, Position there) {
        double lat = Math.toRadians(here.lat());
        double toLat = Math.toRadians(there.lat());
        double across = Math.toRadians(there.lon() - here.lon());
        double east = Math.sin(across) * Math.cos(toLat);
        double north = Math.cos(lat) * Math.sin(toLat) - Math.sin(lat) * Math.cos(toLat) * Math.cos(across);
        return of(Math.toDegrees(Math.atan2(east, north)));
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
