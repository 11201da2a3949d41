package io.chunfeng.road;

import com.graphhopper.util.shapes.BBox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The towns that lie so near to a course that it passes them. */
final class Corridor {
    /** A motorway keeps this far off the centre of a big city, and still has exits of its name. Convention of this project. */
    static final double CITY_METRES = 15_000;
    /** The same for a county. Convention of this project. */
    static final double COUNTY_METRES = 8_000;

    private static final double METRES_PER_DEGREE = 111_195;

    /** More than 15 km anywhere in China. */
    private static final double BOX_DEGREES = 0.3;

    private Corridor() {}

    /** Each town once, where the course comes nearest to its seat, in the order of travel. */
    static List<Passed.Town> along(Course course, List<Gazetteer.Seat> seats) {
        List<Passed.Town> towns = new ArrayList<>();
        List<Course.Point> points = course.points();
        BBox around = around(points);
        for (Gazetteer.Seat seat : seats) {
            if (!around.contains(seat.lat(), seat.lon())) {
                continue;
            }
            Nearest nearest = new Nearest(seat);
            nearest.look(points.get(0), points.get(0));
            for (int i = 1; i < points.size(); i++) {
                nearest.look(points.get(i - 1), points.get(i));
            }
            if (nearest.metresOff <= nearest.limitMetres) {
                towns.add(seat.passedAt(nearest.at));
            }
        }
        towns.sort(Comparator.comparingInt(Passed.Town::metres));
        return towns;
    }

    /** Holds every town that can lie near enough. */
    private static BBox around(List<Course.Point> points) {
        BBox box = BBox.createInverse(false);
        points.forEach(point -> box.update(point.lat(), point.lon()));
        return new BBox(
                box.minLon - BOX_DEGREES, box.maxLon + BOX_DEGREES, box.minLat - BOX_DEGREES, box.maxLat + BOX_DEGREES);
    }

    /** Where a course is nearest to a seat, in a plane around the seat: exact enough within its limit. */
    private static final class Nearest {
        private final Gazetteer.Seat seat;
        private final double limitMetres;
        private final double metresPerDegreeEast;
        private double metresOff = Double.POSITIVE_INFINITY;
        private double at;

        Nearest(Gazetteer.Seat seat) {
            this.seat = seat;
            limitMetres = seat.city() ? CITY_METRES : COUNTY_METRES;
            metresPerDegreeEast = METRES_PER_DEGREE * Math.cos(Math.toRadians(seat.lat()));
        }

        void look(Course.Point a, Course.Point b) {
            double aNorth = (a.lat() - seat.lat()) * METRES_PER_DEGREE;
            double bNorth = (b.lat() - seat.lat()) * METRES_PER_DEGREE;
            if (Math.min(aNorth, bNorth) > limitMetres || Math.max(aNorth, bNorth) < -limitMetres) {
                return;
            }
            double aEast = (a.lon() - seat.lon()) * metresPerDegreeEast;
            double bEast = (b.lon() - seat.lon()) * metresPerDegreeEast;
            double north = bNorth - aNorth;
            double east = bEast - aEast;
            double square = north * north + east * east;
            double along = square == 0 ? 0 : -(aNorth * north + aEast * east) / square;
            double share = Math.max(0, Math.min(1, along));
            double off = Math.hypot(aNorth + share * north, aEast + share * east);
            if (off < metresOff) {
                metresOff = off;
                at = a.metres() + share * (b.metres() - a.metres());
            }
        }
    }
}
