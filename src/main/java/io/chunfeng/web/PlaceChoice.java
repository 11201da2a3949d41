package io.chunfeng.web;

import io.chunfeng.place.Place;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Known places, chosen by typing. */
final class PlaceChoice {
    private final List<Place> places;
    private final Map<String, Long> namesakes;
    private final Regions regions;

    PlaceChoice(List<Place> places) {
        this.places = places;
        this.namesakes = places.stream().collect(Collectors.groupingBy(Place::name, Collectors.counting()));
        this.regions = new Regions(new Names(places));
    }

    /** @param label says which place it is and no other */
    record Option(String label, String city) {}

    /** @param candidates labels, when what was typed fits several or none */
    record Chosen(Place place, List<String> candidates) {}

    public List<Option> options() {
        return places.stream()
                .map(place -> new Option(label(place), regions.city(place.adminCode())))
                .toList();
    }

    /** The name, with the id where several places share it. */
    String label(Place place) {
        return namesakes.getOrDefault(place.name(), 0L) > 1 ? place.name() + "（" + place.id() + "）" : place.name();
    }

    /** By label or id; else by a part of the name that only one place has. */
    Chosen choose(String typed) {
        String text = typed.strip();
        List<Place> exact = places.stream()
                .filter(place -> place.id().equals(text) || label(place).equals(text))
                .toList();
        List<Place> found = exact.isEmpty()
                ? places.stream().filter(place -> place.name().contains(text)).toList()
                : exact;
        return found.size() == 1
                ? new Chosen(found.get(0), List.of())
                : new Chosen(null, found.stream().map(this::label).toList());
    }
}
