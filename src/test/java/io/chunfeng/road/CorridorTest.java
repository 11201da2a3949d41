package io.chunfeng.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.graphhopper.util.DistanceCalcEarth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CorridorTest {
    private static final double METRES_PER_DEGREE_NORTH = 111_195;

    /** From west to east at 37° north, 100 km of road for each degree. */
    private static final Course EAST =
            course(new Course.Point(112, 37, 1_000, 0), new Course.Point(113, 37, 101_000, 1));

    @Test
    void aCityIsPassedWithin15KilometresAndACountyWithin8() {
        assertThat(along(city("近", 112.5, 37 + 14_990 / METRES_PER_DEGREE_NORTH)))
                .hasSize(1);
        assertThat(along(city("远", 112.5, 37 + 15_010 / METRES_PER_DEGREE_NORTH)))
                .isEmpty();
        assertThat(along(county("近", 112.5, 37 - 7_990 / METRES_PER_DEGREE_NORTH)))
                .hasSize(1);
        assertThat(along(county("远", 112.5, 37 - 8_010 / METRES_PER_DEGREE_NORTH)))
                .isEmpty();
    }

    @Test
    void itIsPassedWhereTheWayIsNearest() {
        assertThat(along(city("中", 112.25, 37.05)).get(0).metres()).isCloseTo(26_000, offset(5));
        assertThat(along(city("西", 111.9, 37.0)).get(0).metres())
                .as("before the beginning")
                .isEqualTo(1_000);
        assertThat(along(city("东", 113.1, 37.0)).get(0).metres())
                .as("behind the end")
                .isEqualTo(101_000);
    }

    @Test
    void townsComeInTheOrderOfTravel() {
        assertThat(along(county("三", 112.9, 37), city("一", 112.1, 37), city("二", 112.4, 37)))
                .extracting(Passed.Town::name)
                .containsExactly("一", "二", "三");
    }

    @Test
    void aWayThatComesBackPassesATownOnce() {
        Course there = course(
                new Course.Point(112, 37, 0, 0),
                new Course.Point(113, 37, 100_000, 1),
                new Course.Point(112, 37.02, 200_000, 2));

        assertThat(Corridor.along(there, List.of(city("中", 112.5, 37.03))))
                .singleElement()
                .satisfies(town -> assertThat(town.metres()).isCloseTo(150_000, offset(100)));
    }

    @Test
    void aSinglePointIsACourseToo() {
        assertThat(Corridor.along(course(new Course.Point(112, 37, 500, 0)), List.of(county("县", 112.01, 37))))
                .extracting(Passed.Town::metres)
                .containsExactly(500);
    }

    /** Against steps of 50 m along the course, measured on the sphere. */
    @Test
    void randomCoursesPassWhatIsNearThem() {
        long seed = 20260311;
        System.out.println("CorridorTest: seed " + seed);
        Random random = new Random(seed);
        int passed = 0;
        for (int round = 0; round < 40; round++) {
            Course course = randomCourse(random);
            for (int i = 0; i < 25; i++) {
                Gazetteer.Seat seat = city("城", 112 + random.nextDouble() * 1.6, 36.5 + random.nextDouble());
                double metres = metresOff(course, seat);
                if (Math.abs(metres - Corridor.CITY_METRES) > 60) {
                    boolean near = metres < Corridor.CITY_METRES;
                    assertThat(Corridor.along(course, List.of(seat)))
                            .as("seed %d round %d: %s, %.0f m off", seed, round, seat, metres)
                            .hasSize(near ? 1 : 0);
                    passed += near ? 1 : 0;
                }
            }
        }
        assertThat(passed).isBetween(100, 900);
    }

    private static Course randomCourse(Random random) {
        List<Course.Point> points = new ArrayList<>();
        double lon = 112;
        for (int i = 0; i < 12; i++) {
            points.add(new Course.Point(lon, 36.8 + random.nextDouble() * 0.4, i * 10_000, i));
            lon += random.nextDouble() * 0.3 - 0.05;
        }
        return new Course(points, List.of());
    }

    private static double metresOff(Course course, Gazetteer.Seat seat) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < course.points().size(); i++) {
            Course.Point a = course.points().get(i - 1);
            Course.Point b = course.points().get(i);
            for (int step = 0; step <= 1_000; step++) {
                double lat = a.lat() + (b.lat() - a.lat()) * step / 1_000;
                double lon = a.lon() + (b.lon() - a.lon()) * step / 1_000;
                least = Math.min(least, DistanceCalcEarth.DIST_EARTH.calcDist(seat.lat(), seat.lon(), lat, lon));
            }
        }
        return least;
    }

    private static List<Passed.Town> along(Gazetteer.Seat... seats) {
        return Corridor.along(EAST, List.of(seats));
    }

    private static Course course(Course.Point... points) {
        return new Course(List.of(points), List.of());
    }

    private static Gazetteer.Seat city(String name, double lon, double lat) {
        return new Gazetteer.Seat(name, "140100", true, lon, lat);
    }

    private static Gazetteer.Seat county(String name, double lon, double lat) {
        return new Gazetteer.Seat(name, "140121", false, lon, lat);
    }
}
