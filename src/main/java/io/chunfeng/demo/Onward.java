package io.chunfeng.demo;

import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.place.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which groups have a train or flight so near that they need no coach for the whole way. */
final class Onward {
    private static final Map<String, String> STATIONS = Map.of("320500", "st-suzhou-bei");
    private static final Map<String, List<String>> AIRPORTS = Map.of(
            "440300", List.of("ap-SZX", "ap-HUZ"),
            "441900", List.of("ap-SZX", "ap-HUZ"),
            "441300", List.of("ap-SZX", "ap-HUZ"));

    private final Map<String, Place> places;
    private final List<TrainService> trains;
    private final List<Flight> flights;

    Onward(List<Place> places, List<TrainService> trains, List<Flight> flights) {
        this.places = places.stream().collect(Collectors.toMap(Place::id, Function.identity()));
        this.trains = trains;
        this.flights = flights;
    }

    /** A train or flight to the city leaves nearby on that day or the next. */
    boolean waits(Place home, String workCity, LocalDate day) {
        return trains.stream().anyMatch(t -> trainWaits(t, home, STATIONS.get(workCity), day))
                || flights.stream()
                        .filter(f -> AIRPORTS.getOrDefault(workCity, List.of()).contains(f.to()))
                        .anyMatch(f -> near(home, f.from(), 90) && soon(f.depart(), day));
    }

    private boolean trainWaits(TrainService train, Place home, String station, LocalDate day) {
        boolean passed = false;
        for (TrainService.Call call : train.calls()) {
            if (passed && call.place().equals(station)) {
                return true;
            }
            passed |= near(home, call.place(), 60) && soon(call.depart(), day);
        }
        return false;
    }

    private boolean near(Place home, String other, int km) {
        return DemoPlaces.straightKm(home, places.get(other)) < km;
    }

    private static boolean soon(Instant departure, LocalDate day) {
        LocalDate date = LocalDate.ofInstant(departure, Season.ZONE);
        return !date.isBefore(day) && !date.isAfter(day.plusDays(1));
    }
}
