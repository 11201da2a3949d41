package io.chunfeng.web;

import io.chunfeng.dispatch.Direction;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.place.Wgs84;
import io.chunfeng.report.Flows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Flows between cities as GeoJSON: a line each way, from where people leave to where they go, and the regions as points. */
final class FlowMap {
    /** More lines than these cover one another; the matrix has them all. */
    static final int MOST_LINES = 120;

    /** By the first two and the first four digits: the middle of the campaign's places there. */
    private final Map<String, double[]> middles = new HashMap<>();

    FlowMap(Collection<Place> places) {
        Map<String, double[]> sums = new HashMap<>();
        for (Place place : places) {
            Position position = Wgs84.of(place.position());
            for (String region : List.of(place.adminCode().substring(0, 2), place.prefecture())) {
                double[] sum = sums.computeIfAbsent(region, key -> new double[3]);
                sum[0] += position.lon();
                sum[1] += position.lat();
                sum[2]++;
            }
        }
        sums.forEach((region, sum) ->
                middles.put(region, Zoom.USUAL.rounded(new double[] {sum[0] / sum[2], sum[1] / sum[2]})));
    }

    /** One way between two regions. */
    private record Line(String from, String to, Direction direction, long persons) {}

    /** Largest first; those that have no place of the campaign at an end are left out and counted in {@code missing}. */
    Map<String, Object> featureCollection(List<Flows.Flow> flows) {
        List<Line> lines = new ArrayList<>();
        long missing = 0;
        for (Flows.Flow flow : flows) {
            if (flow.homeCity().startsWith(flow.away())
                    || !middles.containsKey(flow.homeCity())
                    || !middles.containsKey(flow.away())) {
                missing += flow.personTrips();
                continue;
            }
            if (flow.toWork() > 0) {
                lines.add(new Line(flow.homeCity(), flow.away(), Direction.TO_WORK, flow.toWork()));
            }
            if (flow.homeward() > 0) {
                lines.add(new Line(flow.away(), flow.homeCity(), Direction.HOMEWARD, flow.homeward()));
            }
        }
        lines.sort(Comparator.comparingLong(Line::persons).reversed());
        List<Line> drawn = lines.subList(0, Math.min(MOST_LINES, lines.size()));
        List<Object> features = new ArrayList<>();
        drawn.forEach(line -> features.add(feature(line)));
        features.addAll(points(drawn));
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        collection.put("features", features);
        collection.put("missing", missing);
        return collection;
    }

    private Object feature(Line line) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("direction", line.direction());
        properties.put("from", FlowTables.region(line.from()));
        properties.put("to", FlowTables.region(line.to()));
        properties.put("persons", line.persons());
        return ClosureMap.feature(
                properties,
                Map.of("type", "LineString", "coordinates", List.of(middles.get(line.from()), middles.get(line.to()))));
    }

    private List<Object> points(List<Line> lines) {
        Map<String, Long> persons = new TreeMap<>();
        for (Line line : lines) {
            persons.merge(line.from(), line.persons(), Long::sum);
            persons.merge(line.to(), line.persons(), Long::sum);
        }
        List<Object> points = new ArrayList<>();
        persons.forEach((region, number) -> points.add(ClosureMap.feature(
                Map.of("name", FlowTables.region(region), "persons", number),
                Map.of("type", "Point", "coordinates", middles.get(region)))));
        return points;
    }
}
