package io.chunfeng.web;

import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.place.Wgs84;
import io.chunfeng.plan.Plan;
import io.chunfeng.road.RoadNetwork;
import io.chunfeng.road.RoadPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The routes of one plan as GeoJSON: coaches along the roads, trains and flights straight from place to place. */
final class RouteMap {
    /** About 50 m. */
    private static final double TOLERANCE_DEGREES = 0.0005;

    private final PlanView view;
    private final RoadNetwork roads;
    private final Map<List<String>, List<double[]>> lines = new HashMap<>();
    private final Set<String> places = new LinkedHashSet<>();

    RouteMap(PlanView view, RoadNetwork roads) {
        this.view = view;
        this.roads = roads;
    }

    /** @param vehicle only this one; null for all */
    Map<String, Object> featureCollection(String vehicle) {
        List<Object> features = new ArrayList<>();
        for (Plan.CoachTrip trip : view.plan().coachTrips()) {
            if (vehicle == null || vehicle.equals(trip.id())) {
                addCoach(trip, features);
            }
        }
        view.trips().stream()
                .filter(trip -> trip.drivers() == 0 && (vehicle == null || vehicle.equals(trip.vehicle())))
                .forEach(trip -> addStraight(trip, features));
        places.forEach(id -> features.add(point(view.names().place(id))));
        return feature("FeatureCollection", "features", features);
    }

    private void addCoach(Plan.CoachTrip trip, List<Object> features) {
        List<List<double[]>> loaded = new ArrayList<>();
        List<List<double[]>> empty = new ArrayList<>();
        List<String> before = null;
        for (Plan.Event event : trip.events()) {
            // a rest splits a drive into several between the same two places: one line is enough
            if (event instanceof Plan.Drive drive && !ends(drive).equals(before)) {
                before = ends(drive);
                (drive.loaded() ? loaded : empty).add(line(before));
                if (drive.loaded()) {
                    places.addAll(before);
                }
            }
        }
        TripRow row = view.trip(trip.id());
        if (!empty.isEmpty()) {
            features.add(route(row, true, empty));
        }
        features.add(route(row, false, loaded));
    }

    private void addStraight(TripRow row, List<Object> features) {
        List<String> stations = stations(row.vehicle());
        places.addAll(stations);
        features.add(
                route(row, false, List.of(stations.stream().map(this::lonLat).toList())));
    }

    /** Of the part of the way that somebody rides. */
    private List<String> stations(String vehicle) {
        for (Flight flight : view.problem().flights()) {
            if (flight.id().equals(vehicle)) {
                return List.of(flight.from(), flight.to());
            }
        }
        TrainService service = view.problem().trainServices().stream()
                .filter(train -> train.id().equals(vehicle))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        return service.calls().stream().map(TrainService.Call::place).toList();
    }

    private List<double[]> line(List<String> ends) {
        return lines.computeIfAbsent(ends, key -> {
            Place from = view.names().place(key.get(0));
            Place to = view.names().place(key.get(1));
            // A problem that brought its own matrix may name places that no road of this map reaches.
            RoadPath path = roads.offMap(List.of(from, to)).isEmpty() ? roads.path(from, to) : null;
            return path == null
                    ? List.of(lonLat(key.get(0)), lonLat(key.get(1)))
                    : Outline.of(path.points(), TOLERANCE_DEGREES).stream()
                            .map(RouteMap::rounded)
                            .toList();
        });
    }

    private static List<String> ends(Plan.Drive drive) {
        return List.of(drive.fromPlace(), drive.toPlace());
    }

    private Map<String, Object> route(TripRow row, boolean empty, List<List<double[]>> geometry) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("vehicle", row.vehicle());
        properties.put("kind", row.kind());
        properties.put("mode", row.mode().name());
        properties.put("empty", empty);
        properties.put("label", row.vehicle() + " " + row.from() + " → " + row.to());
        properties.put("persons", row.persons());
        return feature(properties, Map.of("type", "MultiLineString", "coordinates", geometry));
    }

    private Map<String, Object> point(Place place) {
        int boarding = 0;
        for (Plan.Journey journey : view.plan().journeys()) {
            if (journey.legs().stream()
                    .anyMatch(leg ->
                            leg.board().equals(place.id()) || leg.alight().equals(place.id()))) {
                boarding += journey.headcount();
            }
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("place", place.id());
        properties.put("name", place.name());
        properties.put("persons", boarding);
        return feature(properties, Map.of("type", "Point", "coordinates", lonLat(place.id())));
    }

    private double[] lonLat(String placeId) {
        Position position = Wgs84.of(view.names().place(placeId).position());
        return rounded(new double[] {position.lon(), position.lat()});
    }

    /** To about 10 m. */
    private static double[] rounded(double[] point) {
        return new double[] {Math.round(point[0] * 1e4) / 1e4, Math.round(point[1] * 1e4) / 1e4};
    }

    private static Map<String, Object> feature(Map<String, Object> properties, Map<String, Object> geometry) {
        Map<String, Object> feature = feature("Feature", "properties", properties);
        feature.put("geometry", geometry);
        return feature;
    }

    private static Map<String, Object> feature(String type, String key, Object value) {
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", type);
        feature.put(key, value);
        return feature;
    }
}
