package io.chunfeng.web;

import io.chunfeng.plan.Plan;
import io.chunfeng.road.Itinerary;
import io.chunfeng.road.Passed;
import io.chunfeng.road.RoadPath;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The loaded way of a coach trip on the loaded map.
 *
 * @param expressway share of its metres, 0 to 1
 * @param via 主要途经地 as text for the charter plate; empty where the map names nothing
 */
record TripWay(double expressway, String via) {
    /** A plate has room for 6 to 8. */
    private static final int PLACES = 8;

    /** Null where a part of it is not on the map, or nobody is carried. */
    static TripWay of(Plan.CoachTrip trip, Ways ways) {
        List<RoadPath> legs = Ways.legs(trip).stream()
                .filter(Ways.Leg::loaded)
                .map(leg -> ways.between(leg.from(), leg.to()))
                .toList();
        if (legs.isEmpty() || legs.stream().anyMatch(Objects::isNull)) {
            return null;
        }
        Itinerary itinerary = Itinerary.of(legs);
        double expresswayMetres = legs.stream()
                .mapToDouble(leg -> leg.expressway() * leg.metres())
                .sum();
        return new TripWay(
                itinerary.metres() == 0 ? 0 : expresswayMetres / itinerary.metres(),
                itinerary.main(PLACES).stream().map(TripWay::text).collect(Collectors.joining(" → ")));
    }

    private static String text(Passed passed) {
        return passed instanceof Passed.Road road
                ? (road.number() + " " + road.name()).strip()
                : shortName(((Passed.Town) passed).name());
    }

    /** 太原市 is 太原 on a plate; 吉县 stays. */
    private static String shortName(String name) {
        return name.length() > 2 && name.endsWith("市") ? name.substring(0, name.length() - 1) : name;
    }
}
