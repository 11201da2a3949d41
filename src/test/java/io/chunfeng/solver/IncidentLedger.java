package io.chunfeng.solver;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who really boarded, kept by whoever stands at the door and by nobody else: drawn person by person, and counted without
 * a line of the program's own counting.
 */
final class IncidentLedger {
    enum Mode {
        COACH,
        RAIL,
        AIR
    }

    private final Random random;
    private final double noShowShare;
    private final Set<String> trains;
    private final Set<String> flights;
    private final Map<String, String> counties;
    /** Persons who did not come, by journey: whoever has missed the first leg is in none of the others. */
    private final Map<List<Object>, Integer> missing = new HashMap<>();

    private final Map<String, Map<Mode, Integer>> persons = new TreeMap<>();
    private int dispatches;
    private int noShows;
    private int expected;

    IncidentLedger(PlanningProblem problem, double noShowShare, long seed) {
        this.random = new Random(seed);
        this.noShowShare = noShowShare;
        this.trains = problem.trainServices().stream().map(train -> train.id()).collect(Collectors.toSet());
        this.flights = problem.flights().stream().map(flight -> flight.id()).collect(Collectors.toSet());
        this.counties =
                problem.groups().stream().collect(Collectors.toMap(group -> group.id(), group -> group.county()));
    }

    /** A vehicle leaves. @param riders the journeys with a leg on it @return persons aboard by group */
    Map<String, Integer> leaves(String vehicle, List<Plan.Journey> riders) {
        Map<String, Integer> aboard = new TreeMap<>();
        boolean counts = false;
        List<Plan.Journey> sorted = new ArrayList<>(riders);
        sorted.sort(Comparator.comparing(Plan.Journey::groupId));
        for (Plan.Journey journey : sorted) {
            if (journey.legs().get(0).vehicle().equals(vehicle)) {
                board(journey);
            }
            int came = journey.headcount() - missing.getOrDefault(key(journey), 0);
            aboard.merge(journey.groupId(), came, Integer::sum);
            if (main(journey).vehicle().equals(vehicle) && came > 0) {
                counts = true;
                persons.computeIfAbsent(counties.get(journey.groupId()).substring(0, 4), key -> new HashMap<>())
                        .merge(mode(vehicle), came, Integer::sum);
            }
        }
        dispatches += counts && mode(vehicle) == Mode.COACH ? 1 : 0;
        return aboard;
    }

    private void board(Plan.Journey journey) {
        int absent = 0;
        for (int person = 0; person < journey.headcount(); person++) {
            absent += random.nextDouble() < noShowShare ? 1 : 0;
        }
        missing.merge(key(journey), absent, Integer::sum);
        noShows += absent;
        expected += journey.headcount();
    }

    /** A pinned journey keeps its legs whatever plan it is in. */
    private static List<Object> key(Plan.Journey journey) {
        return List.of(journey.groupId(), journey.headcount(), journey.legs());
    }

    private Plan.Leg main(Plan.Journey journey) {
        return journey.legs().stream()
                .max(Comparator.comparing((Plan.Leg leg) -> mode(leg.vehicle()) != Mode.COACH)
                        .thenComparing(leg -> Duration.between(leg.boardAt(), leg.alightAt())))
                .orElseThrow();
    }

    private Mode mode(String vehicle) {
        return trains.contains(vehicle) ? Mode.RAIL : flights.contains(vehicle) ? Mode.AIR : Mode.COACH;
    }

    Map<String, Map<Mode, Integer>> persons() {
        return persons;
    }

    int carried() {
        return persons.values().stream()
                .flatMap(byMode -> byMode.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Loaded one-way dispatches of coaches with somebody on his main leg. */
    int dispatches() {
        return dispatches;
    }

    int noShows() {
        return noShows;
    }

    int expected() {
        return expected;
    }
}
