package io.chunfeng.solver;

import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.solver.WeekendGeography.Point;
import io.chunfeng.solver.WeekendGeography.Prefecture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The places that a made-up problem uses, each from the moment it is asked for. */
final class WeekendPlaces {
    private static final String[] NAMES = {
        "安", "宁", "平", "清", "河", "兴", "阳", "泰", "永", "和", "丰", "临", "武", "新", "长", "高", "石", "云", "金", "水"
    };
    private static final int PREFECTURES_PER_PROVINCE = 14;
    private static final int FIRST_PROVINCE = 11;
    private static final int FIRST_COUNTY = 21;
    private static final double WEST_DEGREES = 98;
    private static final double SOUTH_DEGREES = 22;
    private static final double KM_PER_DEGREE_EAST = 93;
    private static final double KM_PER_DEGREE_NORTH = 111;

    private final Random random;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final List<Point> points = new ArrayList<>();

    WeekendPlaces(Random random) {
        this.random = random;
    }

    List<Place> all() {
        return List.copyOf(places.values());
    }

    /** In the order of {@link #all()}. */
    List<Point> points() {
        return points;
    }

    /** First four digits of the administrative code. */
    static String code(Prefecture prefecture) {
        return String.valueOf((FIRST_PROVINCE + prefecture.number() / PREFECTURES_PER_PROVINCE) * 100
                + 1
                + prefecture.number() % PREFECTURES_PER_PROVINCE);
    }

    String city(Prefecture prefecture) {
        return place(code(prefecture) + "00", code(prefecture) + "00", anyName() + "市", prefecture.city());
    }

    String county(Prefecture prefecture, int county) {
        String code = code(prefecture) + (FIRST_COUNTY + county);
        return place(code, code, anyName() + "县", prefecture.counties().get(county));
    }

    /** The city itself where trains stop in its middle, else a station some kilometres outside. */
    String station(Prefecture prefecture) {
        return prefecture.number() % 5 < 3 ? city(prefecture) : outside(prefecture, "-S", "站", 3, 12);
    }

    String airport(Prefecture prefecture) {
        return outside(prefecture, "-A", "机场", 12, 35);
    }

    private String outside(Prefecture prefecture, String suffix, String kind, double fromKm, double toKm) {
        Place city = places.get(city(prefecture));
        return place(
                city.id() + suffix,
                city.adminCode(),
                city.name().replace("市", kind),
                prefecture.city().near(fromKm, toKm, random));
    }

    private String anyName() {
        return NAMES[random.nextInt(NAMES.length)] + NAMES[random.nextInt(NAMES.length)];
    }

    private String place(String id, String adminCode, String name, Point point) {
        if (!places.containsKey(id)) {
            places.put(id, new Place(id, name, adminCode, position(point)));
            points.add(point);
        }
        return id;
    }

    private static Position position(Point point) {
        return Position.wgs84(
                rounded(WEST_DEGREES + point.eastKm() / KM_PER_DEGREE_EAST),
                rounded(SOUTH_DEGREES + point.northKm() / KM_PER_DEGREE_NORTH));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e4) / 1e4;
    }
}
