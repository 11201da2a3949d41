package io.chunfeng.web;

import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.place.Wgs84;
import io.chunfeng.plan.Plan;
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
    /** Places stay where they are while lines are drawn anew. */
    private static final Zoom PLACES = Zoom.USUAL;

    private final PlanView view;
    private final Ways ways;
    private final Zoom zoom;
    private final Map<List<String>, List<double[]>> lines = new HashMap<>();
    private final Set<String> places = new LinkedHashSet<>();

    /** @param zoom that the lines are to be looked at */
    RouteMap(PlanView view, Ways ways, Zoom zoom) {
        this.view = view;
        this.ways = ways;
        this.zoom = zoom;
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
        for (Ways.Leg leg : Ways.legs(trip)) {
            List<String> ends = List.of(leg.from(), leg.to());
            (leg.loaded() ? loaded : empty).add(line(ends));
            if (leg.loaded()) {
                places.addAll(ends);
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
        features.add(route(
                row,
                false,
                List.of(stations.stream().map(this::lonLat).map(zoom::rounded).toList())));
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
            RoadPath path = ways.between(key.get(0), key.get(1));
            List<double[]> points =
                    path == null ? List.of(lonLat(key.get(0)), lonLat(key.get(1))) : Outline.of(path.points(), zoom);
            return points.stream().map(zoom::rounded).toList();
        });
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
        return feature(properties, Map.of("type", "Point", "coordinates", PLACES.rounded(lonLat(place.id()))));
    }

    private double[] lonLat(String placeId) {
        Position position = Wgs84.of(view.names().place(placeId).position());
        return new double[] {position.lon(), position.lat()};
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
