package io.chunfeng.solver;

import io.chunfeng.place.Place;
import io.chunfeng.place.Position;
import io.chunfeng.plan.PlanningProblem;
import java.util.List;
import java.util.Random;

/** The random problems of {@link ProblemGenerator} moved to real cities, without a matrix. */
final class ProblemsOnTheMap {
    private static final Position TAIYUAN = Position.wgs84(112.55, 37.85);
    private static final List<Position> FAR_CITIES = List.of(
            Position.wgs84(116.4, 39.9),
            Position.wgs84(113.65, 34.75),
            Position.wgs84(114.3, 30.6),
            Position.wgs84(120.6, 31.3),
            Position.wgs84(113.9, 22.9),
            Position.wgs84(108.95, 34.3));
    /** Where the generator begins counting, and how far east it puts what lies in another province. */
    private static final Position ORIGIN = Position.wgs84(111, 36);

    private static final double FAR_DEGREES = 3;

    private ProblemsOnTheMap() {}

    static PlanningProblem problem(long seed) {
        PlanningProblem invented = ProblemGenerator.problem(seed);
        Position city = FAR_CITIES.get(new Random(seed).nextInt(FAR_CITIES.size()));
        return withPlaces(
                invented,
                invented.places().stream().map(place -> moved(place, city)).toList());
    }

    private static Place moved(Place place, Position city) {
        double east = place.position().lon() - ORIGIN.lon();
        double north = place.position().lat() - ORIGIN.lat();
        boolean far = east > FAR_DEGREES;
        Position around = far ? city : TAIYUAN;
        return new Place(
                place.id(),
                place.name(),
                place.adminCode(),
                Position.wgs84(around.lon() + (far ? east % 1 - 0.5 : east), around.lat() + north));
    }

    private static PlanningProblem withPlaces(PlanningProblem problem, List<Place> places) {
        return new PlanningProblem(
                problem.id(),
                problem.name(),
                problem.asOf(),
                problem.emergency(),
                places,
                null,
                problem.groups(),
                problem.coachPools(),
                problem.trainServices(),
                problem.flights(),
                problem.rules(),
                problem.pinned());
    }
}
