package io.chunfeng.web;

import io.chunfeng.place.Position;
import io.chunfeng.place.Wgs84;
import io.chunfeng.road.Closure;
import io.chunfeng.road.NothingClosedException;
import io.chunfeng.road.RoadNetwork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Closed roads as GeoJSON: their lines, and the circle of an area as a point with its radius. */
@Component
class ClosureMap {
    /** A wide area of a map with streets has more than a browser can draw; its circle says enough. */
    private static final int MOST_LINES = 5000;

    private static final int KEPT = 32;

    private final RoadNetwork roads;
    /** By extent: what it holds never changes. */
    private final Map<Closure.Extent, List<List<double[]>>> lines = new Latest<>(KEPT);

    ClosureMap(RoadNetwork roads) {
        this.roads = roads;
    }

    /**
     * @param label on the map
     * @param typed shown as a preview
     */
    List<Object> features(Closure.Extent extent, String label, boolean typed) {
        List<Object> features = new ArrayList<>();
        features.add(feature(label, typed, null, Map.of("type", "MultiLineString", "coordinates", lines(extent))));
        if (extent instanceof Closure.Area area) {
            Position centre = Wgs84.of(area.centre());
            double[] point = {centre.lon(), centre.lat()};
            features.add(feature(label, typed, area.radiusMetres(), Map.of("type", "Point", "coordinates", point)));
        }
        return features;
    }

    private List<List<double[]>> lines(Closure.Extent extent) {
        synchronized (lines) {
            List<List<double[]>> known = lines.get(extent);
            if (known == null) {
                known = looked(extent);
                lines.put(extent, known);
            }
            return known;
        }
    }

    /** Empty for a closure that this map does not have. */
    private List<List<double[]>> looked(Closure.Extent extent) {
        try {
            List<List<double[]>> closed = roads.closedRoads(extent).lines();
            return extent instanceof Closure.Area && closed.size() > MOST_LINES
                    ? List.of()
                    : closed.stream()
                            .map(line -> Outline.of(line, Zoom.USUAL).stream()
                                    .map(Zoom.USUAL::rounded)
                                    .toList())
                            .toList();
        } catch (NothingClosedException e) {
            return List.of();
        }
    }

    private static Map<String, Object> feature(
            String label, boolean typed, Integer radiusMetres, Map<String, Object> geometry) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("label", label);
        properties.put("typed", typed);
        properties.put("radiusMetres", radiusMetres);
        return feature(properties, geometry);
    }

    static Map<String, Object> feature(Map<String, Object> properties, Map<String, Object> geometry) {
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("properties", properties);
        feature.put("geometry", geometry);
        return feature;
    }
}
