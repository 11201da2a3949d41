package io.chunfeng.solver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Where the people of a made-up problem live and work.
 *
 * @param sources prefectures that people leave
 * @param regions that most people go to, 500 to 2,000 km away
 * @param inlandShare of the groups go to a city among the sources instead
 * @param decayKm a region so much farther away is e times less popular
 */
record WeekendGeography(List<Prefecture> sources, List<Region> regions, double inlandShare, double decayKm) {
    private static final double KM_BETWEEN_CITIES = 120;

    /** On a plane, in kilometres. */
    record Point(double eastKm, double northKm) {
        double km(Point other) {
            return Math.hypot(eastKm - other.eastKm, northKm - other.northKm);
        }

        Point near(double fromKm, double toKm, Random random) {
            double angle = random.nextDouble() * 2 * Math.PI;
            double km = fromKm + (toKm - fromKm) * Math.sqrt(random.nextDouble());
            return new Point(eastKm + km * Math.cos(angle), northKm + km * Math.sin(angle));
        }
    }

    /**
     * @param number unique among sources and destinations; the administrative code follows from it
     * @param counties that people leave
     */
    record Prefecture(int number, Point city, List<Point> counties) {}

    /** @param popularity how many go there, compared with other regions at the same distance */
    record Region(double popularity, List<Prefecture> cities) {}

    /** Some provinces side by side, and three regions of four cities each like 环渤海, 长三角 and 珠三角. */
    static WeekendGeography aroundOneRegion(int prefectures, int counties, Random random) {
        Point home = new Point(900, 1400);
        List<Prefecture> sources = sources(prefectures, counties, home, 1.25, random);
        double outKm = KM_BETWEEN_CITIES * (Math.sqrt(prefectures) - 3) / 2;
        List<Region> regions = new ArrayList<>();
        regions.add(region(0.5, home, 620 + outKm, 10, 4, prefectures, random));
        regions.add(region(0.3, home, 1150 + outKm, -35, 4, prefectures + 4, random));
        regions.add(region(0.2, home, 1600 + outKm, -80, 4, prefectures + 8, random));
        return new WeekendGeography(sources, regions, 0, 2_000);
    }

    /** The inland, and five regions of twelve cities each along the coast; some people work in cities inland. */
    static WeekendGeography nation(int prefectures, int counties, Random random) {
        Point inland = new Point(900, 1100);
        List<Prefecture> sources = sources(prefectures, counties, inland, 0.8, random);
        double[][] coast = {{1100, 40, 0.2}, {950, 10, 0.1}, {1200, -8, 0.32}, {1250, -38, 0.12}, {1250, -62, 0.26}};
        List<Region> regions = new ArrayList<>();
        for (double[] part : coast) {
            regions.add(region(part[2], inland, part[0], part[1], 12, prefectures + 12 * regions.size(), random));
        }
        return new WeekendGeography(sources, regions, 0.15, 450);
    }

    /** Cities on a shaken grid; counties around them, somewhat unevenly shared out. */
    private static List<Prefecture> sources(
            int prefectures, int counties, Point centre, double widthToHeight, Random random) {
        int columns = (int) Math.max(1, Math.round(Math.sqrt(prefectures * widthToHeight)));
        int rows = (prefectures + columns - 1) / columns;
        int[] countiesOf = new int[prefectures];
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, prefectures).boxed().toList());
        Collections.shuffle(order, random);
        for (int i = 0; i < counties; i++) {
            countiesOf[random.nextInt(4) == 0 ? random.nextInt(prefectures) : order.get(i % prefectures)]++;
        }
        List<Prefecture> sources = new ArrayList<>();
        for (int i = 0; i < prefectures; i++) {
            double east = (i % columns - (columns - 1) / 2.0 + 0.5 * (random.nextDouble() - 0.5)) * KM_BETWEEN_CITIES;
            double north = (i / columns - (rows - 1) / 2.0 + 0.5 * (random.nextDouble() - 0.5)) * KM_BETWEEN_CITIES;
            Point city = new Point(centre.eastKm + east, centre.northKm + north);
            List<Point> seats = new ArrayList<>();
            for (int county = 0; county < countiesOf[i]; county++) {
                seats.add(city.near(county == 0 ? 1 : 15, 0.68 * KM_BETWEEN_CITIES, random));
            }
            sources.add(new Prefecture(i, city, seats));
        }
        return sources;
    }

    private static Region region(
            double popularity, Point from, double km, double degrees, int cities, int firstNumber, Random random) {
        double angle = Math.toRadians(degrees + 10 * (random.nextDouble() - 0.5));
        double far = km * (0.95 + 0.1 * random.nextDouble());
        Point centre = new Point(from.eastKm + far * Math.cos(angle), from.northKm + far * Math.sin(angle));
        List<Prefecture> prefectures = new ArrayList<>();
        for (int i = 0; i < cities; i++) {
            Point city = i == 0 ? centre : centre.near(40, 30 * Math.sqrt(cities) + 70, random);
            prefectures.add(new Prefecture(firstNumber + i, city, List.of()));
        }
        return new Region(popularity, prefectures);
    }
}
