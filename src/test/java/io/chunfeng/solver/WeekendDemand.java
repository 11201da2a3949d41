package io.chunfeng.solver;

import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.solver.WeekendGeography.Point;
import io.chunfeng.solver.WeekendGeography.Prefecture;
import io.chunfeng.solver.WeekendGeography.Region;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Who travels: groups of 5 to 20 people (60 %), 20 to 60 (30 %) and 60 to 500 (10 %). */
final class WeekendDemand {
    private static final double NEAREST_KM = 380;
    private static final double FARTHEST_KM = 1_750;
    private static final double FAR_KM = 1_400;
    private static final int INLAND = -1;

    private final WeekendProblems.Scale scale;
    private final WeekendGeography geography;
    private final WeekendPlaces places;
    private final Random random;
    private final List<Group> groups = new ArrayList<>();
    private final List<County> counties = new ArrayList<>();
    private final double[] countyWeights;
    private final double[] dayWeights;
    private final double[][] taste;
    private final int[] personsFrom;
    private final int[][] persons;

    private record County(int prefecture, int index) {}

    WeekendDemand(WeekendProblems.Scale scale, WeekendGeography geography, WeekendPlaces places, Random random) {
        this.scale = scale;
        this.geography = geography;
        this.places = places;
        this.random = random;
        int sources = geography.sources().size();
        for (int i = 0; i < sources; i++) {
            for (int j = 0; j < geography.sources().get(i).counties().size(); j++) {
                counties.add(new County(i, j));
            }
        }
        countyWeights = random.doubles(counties.size(), 0.2, 2).toArray();
        dayWeights = random.doubles(scale.days(), 0.6, 1.4).toArray();
        int regions = geography.regions().size();
        taste = new double[sources][];
        for (int i = 0; i < sources; i++) {
            taste[i] = random.doubles(regions, 0.3, 1.7).toArray();
        }
        personsFrom = new int[sources];
        persons = new int[sources][regions];
        make();
    }

    List<Group> groups() {
        return groups;
    }

    int persons() {
        return Arrays.stream(personsFrom).sum();
    }

    /** Persons from a prefecture, by its number among the sources. */
    int personsFrom(int prefecture) {
        return personsFrom[prefecture];
    }

    /** Persons from a prefecture to a region. */
    int persons(int prefecture, int region) {
        return persons[prefecture][region];
    }

    /** A day on which many leave. */
    int anyDay(Random random) {
        return WeekendProblems.draw(dayWeights, random);
    }

    private void make() {
        int left = scale.persons();
        while (scale.groups() > 0 ? groups.size() < scale.groups() : left > 0) {
            int headcount = headcount();
            if (scale.groups() == 0 && left - headcount < 5) {
                headcount = left;
            }
            groups.add(group(headcount));
            left -= headcount;
        }
    }

    private int headcount() {
        double kind = random.nextDouble();
        if (kind < 0.6) {
            return 5 + random.nextInt(16);
        }
        if (kind < 0.9) {
            return 20 + random.nextInt(41);
        }
        return (int) Math.round(60 * Math.pow(500 / 60.0, random.nextDouble()));
    }

    private Group group(int headcount) {
        County county = counties.get(WeekendProblems.draw(countyWeights, random));
        Prefecture home = geography.sources().get(county.prefecture);
        Point from = home.counties().get(county.index);
        int region = region(county.prefecture);
        Prefecture destination = destination(from, region);
        int day = anyDay(random);
        int slackDays = random.nextInt(scale.slackDays() + 1);
        double km = from.km(destination.city());
        if (km > FAR_KM && slackDays == 0) {
            slackDays = 1;
        }
        personsFrom[county.prefecture] += headcount;
        if (region != INLAND) {
            persons[county.prefecture][region] += headcount;
        }
        String fromId = places.county(home, county.index);
        int[] earliestHours = {5, 5, 5, 6, 8};
        int[] latestHours = {18, 20, 22, 22, 22};
        return new Group(
                "g" + (groups.size() + 1),
                fromId,
                fromId,
                places.city(destination),
                headcount,
                random.nextDouble() < 0.02 ? 1 : 0,
                WeekendProblems.at(day, LocalTime.of(earliestHours[random.nextInt(5)], 0)),
                WeekendProblems.at(day + 1 + slackDays, LocalTime.of(latestHours[random.nextInt(5)], 0)),
                random.nextDouble() < 0.9 ? firstDay().plusDays(day) : null,
                modes(),
                Math.min(headcount, new int[] {1, 5, 10, 20}[random.nextInt(4)]),
                new int[] {1, 1, 1, 1, 2, 3}[random.nextInt(6)],
                null);
    }

    private static LocalDate firstDay() {
        return WeekendProblems.FIRST_DAY;
    }

    private int region(int prefecture) {
        if (random.nextDouble() < geography.inlandShare()) {
            return INLAND;
        }
        List<Region> regions = geography.regions();
        Point from = geography.sources().get(prefecture).city();
        double[] weights = new double[regions.size()];
        for (int i = 0; i < weights.length; i++) {
            double km = from.km(regions.get(i).cities().get(0).city());
            boolean inReach = km > NEAREST_KM && km < FARTHEST_KM;
            weights[i] = regions.get(i).popularity()
                    * taste[prefecture][i]
                    * (inReach ? Math.exp(-km / geography.decayKm()) : 1e-9 / km);
        }
        return WeekendProblems.draw(weights, random);
    }

    /** Of a region the first cities are the biggest. */
    private Prefecture destination(Point from, int region) {
        List<Prefecture> cities = region == INLAND
                ? geography.sources()
                : geography.regions().get(region).cities();
        double[] weights = new double[cities.size()];
        for (int i = 0; i < weights.length; i++) {
            double km = from.km(cities.get(i).city());
            boolean inReach = km > NEAREST_KM && km < FARTHEST_KM;
            double size = region == INLAND ? Math.exp(-km / geography.decayKm()) : 1 / Math.sqrt(i + 1);
            weights[i] = inReach ? size : 1e-9 / (1 + km);
        }
        return cities.get(WeekendProblems.draw(weights, random));
    }

    private Set<Mode> modes() {
        double kind = random.nextDouble();
        if (kind < 0.05) {
            return EnumSet.of(Mode.COACH);
        }
        return kind < 0.2 ? EnumSet.of(Mode.COACH, Mode.RAIL) : EnumSet.allOf(Mode.class);
    }
}
