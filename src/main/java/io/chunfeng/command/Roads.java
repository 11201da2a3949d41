package io.chunfeng.command;

import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.road.PlacesOffMapException;
import io.chunfeng.road.RoadMatrix;
import io.chunfeng.road.RoadNetwork;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The matrix of a problem: its own, or computed on a map. */
final class Roads {
    static final Set<String> OPTIONS = Set.of("--map", "--maps");

    private Roads() {}

    /** @param mapSha256 null when the problem brought its matrix */
    record Routed(PlanningProblem problem, String mapSha256) {}

    /** Places are off the map; carries a line for each. */
    static final class OffMap extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<String> lines;

        OffMap(List<String> lines) {
            this.lines = List.copyOf(lines);
        }

        List<String> lines() {
            return lines;
        }
    }

    static Routed routed(PlanningProblem problem, String name, Arguments arguments, MapOpener maps, PrintStream err) {
        return problem.matrix() != null ? new Routed(problem, null) : computed(problem, name, arguments, maps, err);
    }

    /** @throws OffMap when some places are too far from any road */
    static Routed computed(PlanningProblem problem, String name, Arguments arguments, MapOpener maps, PrintStream err) {
        try (RoadNetwork roads =
                maps.open(Folders.find("maps", arguments.path("--maps", null)), arguments.path("--map", null))) {
            err.println("map: " + roads.description());
            DoubtLines.of(roads.doubts(problem.places()), name, problem.places())
                    .forEach(err::println);
            RoadMatrix matrix = roads.matrix(problem.places());
            return new Routed(problem.withMatrix(matrix), roads.mapSha256());
        } catch (PlacesOffMapException e) {
            throw new OffMap(e.places().stream()
                    .map(off -> name + ": $.places[" + problem.places().indexOf(off.place()) + "]: "
                            + unreachable(off, e.limitMetres()))
                    .toList());
        }
    }

    private static String unreachable(RoadNetwork.OffMap off, int limitMetres) {
        return String.format(
                Locale.ROOT,
                "%s is off the map and cannot be reached: the nearest road lies %.1f km %s, at most %d km are allowed;"
                        + " correct lon and lat (longitude first) or crs, or use a map that covers it",
                off.place().name(),
                off.nearestRoadMetres() / 1000.0,
                off.towards().english(),
                limitMetres / 1000);
    }
}
