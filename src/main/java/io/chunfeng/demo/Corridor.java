package io.chunfeng.demo;

import java.util.Random;

/** Where workers of Shanxi go. Weights of the cities are those of the demo, not of a source. */
enum Corridor {
    /** 环渤海 */
    BOHAI(9900, 2, new String[] {"120000", "110000", "130200", "131000", "370200"}, 30, 25, 15, 10, 20),
    /** 长三角 */
    YANGTZE(5400, 2, new String[] {"320500", "330200", "330400"}, 55, 25, 20),
    /** 珠三角 */
    PEARL(2700, 3, new String[] {"440300", "441900", "441300"}, 45, 30, 25);

    private final int people;
    private final int travelDays;
    private final String[] cities;
    private final int[] weights;

    Corridor(int people, int travelDays, String[] cities, int... weights) {
        this.people = people;
        this.travelDays = travelDays;
        this.cities = cities;
        this.weights = weights;
    }

    /** 返岗 of the season. */
    int people() {
        return people;
    }

    /** Days from the wished departure to the latest arrival. */
    int travelDays() {
        return travelDays;
    }

    String city(Random random) {
        return cities[Draw.index(weights, random)];
    }
}
