package io.chunfeng.day;

import io.chunfeng.demand.Group;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whom an incident concerns. Pure.
 *
 * @param trips coach trips, trains and flights that are hit themselves
 * @param connections further trips of the same people
 * @param people by county and group, who have not arrived yet
 */
public record Affected(Set<String> trips, Set<String> connections, List<People> people) {
    public static final Affected NOBODY = new Affected(Set.of(), Set.of(), List.of());

    /** @param county GB/T 2260 code, six digits @param vehicles that they were to ride, in their order */
    public record People(String county, String groupId, int persons, List<String> vehicles) {}

    public Affected {
        people = List.copyOf(people);
    }

    /**
     * @param hit vehicles that cannot run as published
     * @param groups that do not travel as published
     * @param from journeys that are over by then are not concerned
     */
    public static Affected of(PlanningProblem problem, Plan plan, Set<String> hit, Set<String> groups, Instant from) {
        Map<String, String> counties = problem.groups().stream().collect(Collectors.toMap(Group::id, Group::county));
        Set<String> trips = new TreeSet<>();
        Set<String> connections = new TreeSet<>();
        Map<List<Object>, Integer> persons = new LinkedHashMap<>();
        for (Plan.Journey journey : plan.journeys()) {
            List<Plan.Leg> legs = journey.legs();
            boolean over = !legs.get(legs.size() - 1).alightAt().isAfter(from);
            boolean rides = legs.stream().anyMatch(leg -> hit.contains(leg.vehicle()));
            if (over || !rides && !groups.contains(journey.groupId())) {
                continue;
            }
            List<String> vehicles = legs.stream().map(Plan.Leg::vehicle).toList();
            for (String vehicle : vehicles) {
                (hit.contains(vehicle) || hit.isEmpty() && vehicle.equals(vehicles.get(0)) ? trips : connections)
                        .add(vehicle);
            }
            persons.merge(List.of(journey.groupId(), vehicles), journey.headcount(), Integer::sum);
        }
        connections.removeAll(trips);
        List<People> people = new ArrayList<>();
        persons.forEach((key, count) -> {
            String group = (String) key.get(0);
            List<String> vehicles =
                    ((List<?>) key.get(1)).stream().map(String.class::cast).toList();
            people.add(new People(counties.getOrDefault(group, ""), group, count, vehicles));
        });
        people.sort(Comparator.comparing(People::county).thenComparing(People::groupId));
        return new Affected(trips, connections, people);
    }

    public int persons() {
        return people.stream().mapToInt(People::persons).sum();
    }

    public Set<String> groups() {
        return people.stream().map(People::groupId).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public Map<String, Integer> personsByCounty() {
        return people.stream()
                .collect(Collectors.groupingBy(People::county, TreeMap::new, Collectors.summingInt(People::persons)));
    }
}
