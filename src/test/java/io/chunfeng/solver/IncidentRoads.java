package io.chunfeng.solver;

import io.chunfeng.demand.Group;
import io.chunfeng.place.Place;
import io.chunfeng.place.Wgs84;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.road.RoadMatrix;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Snow along a meridian that about a quarter of the groups have to cross: most ways lead round it, some are cut off. */
final class IncidentRoads {
    private static final double SHARE = 0.25;
    private static final double LONGER = 1.3;
    private static final double SLOWER = 1.4;
    private static final int CUT_OFF_ONE_IN = 5;

    private IncidentRoads() {}

    static RoadMatrix closed(PlanningProblem problem) {
        Map<String, Place> places = problem.places().stream().collect(Collectors.toMap(Place::id, Function.identity()));
        double line = meridian(problem.groups(), places);
        RoadMatrix open = problem.matrix();
        int size = open.size();
        int[][] metres = new int[size][size];
        int[][] seconds = new int[size][size];
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                boolean crosses = east(places.get(open.placeIds().get(from)), line)
                        != east(places.get(open.placeIds().get(to)), line);
                boolean cut = crosses && (Math.min(from, to) * 31 + Math.max(from, to)) % CUT_OFF_ONE_IN == 0;
                boolean way = open.reachable(from, to) && !cut;
                metres[from][to] = way ? longer(open.metres()[from][to], crosses ? LONGER : 1) : RoadMatrix.UNREACHABLE;
                seconds[from][to] =
                        way ? longer(open.seconds()[from][to], crosses ? SLOWER : 1) : RoadMatrix.UNREACHABLE;
            }
        }
        return new RoadMatrix(open.placeIds(), metres, seconds, open.expressway());
    }

    private static int longer(int figure, double factor) {
        return (int) Math.round(figure * factor);
    }

    private static double meridian(List<Group> groups, Map<String, Place> places) {
        return places.values().stream()
                .map(IncidentRoads::lon)
                .distinct()
                .min(Comparator.comparingDouble(line -> Math.abs(SHARE - crossing(groups, places, line))))
                .orElseThrow();
    }

    private static double crossing(List<Group> groups, Map<String, Place> places, double line) {
        long crossing = groups.stream()
                .filter(group -> east(places.get(group.from()), line) != east(places.get(group.to()), line))
                .count();
        return (double) crossing / groups.size();
    }

    private static boolean east(Place place, double line) {
        return lon(place) > line;
    }

    private static double lon(Place place) {
        return Wgs84.of(place.position()).lon();
    }
}
