package io.chunfeng.road;

import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import io.chunfeng.place.Crs;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.place.Wgs84;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/** Places beside the streets of the Beijing district, given in WGS-84 and really in any system. */
final class Doors {
    private static final double WEST = 116.308;
    private static final double SOUTH = 39.991;
    private static final double EAST = 116.332;
    private static final double NORTH = 40.012;
    private static final double METRES_PER_DEGREE = 111_195;

    private final BaseGraph graph;
    private final NavigableMap<Double, EdgeIteratorState> streets = new TreeMap<>();
    private final Random random;
    private int count;

    Doors(RoadNetwork roads, long seed) {
        CoachEngine engine = ((GraphHopperNetwork) roads).engine();
        graph = engine.getBaseGraph();
        double metres = 0;
        for (int edge = 0; edge < graph.getEdges(); edge++) {
            EdgeIteratorState street = graph.getEdgeIteratorState(edge, Integer.MIN_VALUE);
            if (engine.attachable().accept(street)) {
                metres += street.getDistance();
                streets.put(metres, street);
            }
        }
        random = new Random(seed);
        System.out.println("Doors: seed " + seed);
    }

    /**
     * At most so far from a street, in any direction. The extract ends after two kilometres: only places are drawn that lie in it in whatever system
     * they are read.
     */
    List<Place> draw(int places, String adminCode, double metresFromTheStreet, Crs really) {
        List<Place> drawn = new ArrayList<>();
        while (drawn.size() < places) {
            Position door = door(metresFromTheStreet);
            Position figures = Shifted.figures(door.lon(), door.lat(), really);
            if (inTheDistrictHoweverRead(figures)) {
                drawn.add(new Place("d" + count++, "门", adminCode, figures));
            }
        }
        return drawn;
    }

    private Position door(double metresFromTheStreet) {
        EdgeIteratorState street =
                streets.higherEntry(random.nextDouble() * streets.lastKey()).getValue();
        PointList course = street.fetchWayGeometry(FetchMode.ALL);
        int part = random.nextInt(course.size() - 1);
        double share = random.nextDouble();
        double lat = course.getLat(part) + share * (course.getLat(part + 1) - course.getLat(part));
        double lon = course.getLon(part) + share * (course.getLon(part + 1) - course.getLon(part));
        double metres = random.nextDouble() * metresFromTheStreet;
        double angle = random.nextDouble() * 2 * Math.PI;
        return Position.wgs84(
                lon + metres * Math.cos(angle) / METRES_PER_DEGREE / Math.cos(Math.toRadians(lat)),
                lat + metres * Math.sin(angle) / METRES_PER_DEGREE);
    }

    private static boolean inTheDistrictHoweverRead(Position figures) {
        for (Crs crs : Crs.values()) {
            Position read = Wgs84.of(new Position(figures.lon(), figures.lat(), crs));
            if (read.lon() < WEST || read.lon() > EAST || read.lat() < SOUTH || read.lat() > NORTH) {
                return false;
            }
        }
        return true;
    }
}
