package io.chunfeng.plan;

import java.util.ArrayList;
import java.util.List;

/** A stop of a coach trip with those who board there and those who alight there. */
record TripStop(Plan.Stop event, List<PlanView.Rider> boarding, List<PlanView.Rider> alighting) {

    /** The stops of a trip in order; riders whose times or places match no stop are in none. */
    static List<TripStop> of(PlanView view, Plan.CoachTrip trip) {
        List<TripStop> stops = new ArrayList<>();
        for (Plan.Event event : trip.events()) {
            if (event instanceof Plan.Stop stop) {
                stops.add(new TripStop(stop, new ArrayList<>(), new ArrayList<>()));
            }
        }
        for (PlanView.Rider rider : view.riders(trip.id())) {
            int from = boardingStop(stops, rider.leg());
            int to = alightingStop(stops, rider.leg(), from);
            if (from >= 0 && to >= 0) {
                stops.get(from).boarding.add(rider);
                stops.get(to).alighting.add(rider);
            }
        }
        return stops;
    }

    private static int boardingStop(List<TripStop> stops, Plan.Leg leg) {
        for (int i = 0; i < stops.size(); i++) {
            Plan.Stop stop = stops.get(i).event;
            if (stop.place().equals(leg.board()) && stop.to().equals(leg.boardAt())) {
                return i;
            }
        }
        return -1;
    }

    private static int alightingStop(List<TripStop> stops, Plan.Leg leg, int after) {
        for (int i = after + 1; i < stops.size(); i++) {
            Plan.Stop stop = stops.get(i).event;
            if (stop.place().equals(leg.alight()) && stop.from().equals(leg.alightAt())) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the leg boards at the end of one stop and alights at the beginning of a later one. */
    static boolean matches(Plan.CoachTrip trip, Plan.Leg leg) {
        List<TripStop> stops = trip.events().stream()
                .filter(Plan.Stop.class::isInstance)
                .map(event -> new TripStop((Plan.Stop) event, List.of(), List.of()))
                .toList();
        int from = boardingStop(stops, leg);
        return from >= 0 && alightingStop(stops, leg, from) >= 0;
    }

    boolean boards() {
        return !boarding.isEmpty();
    }

    boolean alights() {
        return !alighting.isEmpty();
    }
}
