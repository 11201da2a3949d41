package io.chunfeng.closure;

import io.chunfeng.demand.Group;
import io.chunfeng.demand.Mode;
import io.chunfeng.place.Place;
import io.chunfeng.road.Pairs;
import io.chunfeng.road.RoadNetwork;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What closing roads does to the journeys of groups.
 *
 * @param looked distinct journeys that were looked at
 * @param longer most minutes added first
 * @param cutOff most persons first
 */
public record JourneyChanges(int looked, List<JourneyChange> longer, List<JourneyChange> cutOff) {

    /** Above it one matrix costs less than that many single ways. */
    private static final int MOST_SINGLE_WAYS = 400;

    /** A journey from one place to another, and who makes it. */
    private record Journey(Place from, Place to, List<Group> groups) {
        JourneyChange change(Way before, Way after) {
            int persons = groups.stream().mapToInt(Group::headcount).sum();
            return new JourneyChange(from, to, groups.size(), persons, before, after);
        }
    }

    /**
     * @param groups those that may not go by coach, or whose places are off the map, are left out
     * @param places by id
     */
    public static JourneyChanges of(
            Collection<Group> groups, Map<String, Place> places, RoadNetwork before, RoadNetwork after) {
        List<Journey> journeys = journeys(groups, places, before);
        return compared(journeys, ways(before, journeys), ways(after, journeys));
    }

    private static List<Journey> journeys(Collection<Group> groups, Map<String, Place> places, RoadNetwork roads) {
        Map<List<String>, List<Group>> byEnds = groups.stream()
                .filter(group -> group.modes().contains(Mode.COACH))
                .collect(Collectors.groupingBy(
                        group -> List.of(group.from(), group.to()), LinkedHashMap::new, Collectors.toList()));
        List<Place> ends = byEnds.keySet().stream()
                .flatMap(List::stream)
                .distinct()
                .map(places::get)
                .toList();
        Set<String> offMap =
                roads.offMap(ends).stream().map(off -> off.place().id()).collect(Collectors.toSet());
        return byEnds.entrySet().stream()
                .filter(journey -> journey.getKey().stream().noneMatch(offMap::contains))
                .map(journey -> new Journey(
                        places.get(journey.getKey().get(0)),
                        places.get(journey.getKey().get(1)),
                        journey.getValue()))
                .toList();
    }

    private static List<Way> ways(RoadNetwork roads, List<Journey> journeys) {
        return journeys.size() > MOST_SINGLE_WAYS
                ? together(roads, journeys)
                : journeys.stream().map(j -> Way.of(roads.path(j.from, j.to))).toList();
    }

    private static List<Way> together(RoadNetwork roads, List<Journey> journeys) {
        List<Place> places = journeys.stream()
                .flatMap(j -> Stream.of(j.from, j.to))
                .distinct()
                .toList();
        Map<Place, Integer> index = new LinkedHashMap<>();
        places.forEach(place -> index.put(place, index.size()));
        Pairs wanted = Pairs.none(places.size());
        journeys.forEach(j -> wanted.want(index.get(j.from), index.get(j.to)));
        var matrix = roads.matrix(places, wanted);
        List<Way> ways = new ArrayList<>();
        journeys.forEach(j -> ways.add(Way.of(matrix, index.get(j.from), index.get(j.to))));
        return ways;
    }

    private static JourneyChanges compared(List<Journey> journeys, List<Way> open, List<Way> closed) {
        List<JourneyChange> longer = new ArrayList<>();
        List<JourneyChange> cutOff = new ArrayList<>();
        for (int i = 0; i < journeys.size(); i++) {
            Way before = open.get(i);
            Way after = closed.get(i);
            if (before != null && after == null) {
                cutOff.add(journeys.get(i).change(before, null));
            } else if (before != null && before.differsFrom(after)) {
                longer.add(journeys.get(i).change(before, after));
            }
        }
        longer.sort(Comparator.comparingInt(JourneyChange::moreSeconds).reversed());
        cutOff.sort(Comparator.comparingInt(JourneyChange::persons).reversed());
        return new JourneyChanges(journeys.size(), List.copyOf(longer), List.copyOf(cutOff));
    }
}
