package io.chunfeng.plan;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.place.Place;
import io.chunfeng.road.RoadMatrix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One coach trip: its way (H16), its stops (H05), its load (H01), its home (H10) and its driver hours (H06 to H09). */
final class TripCheck {
    private final PlanView view;
    private final Plan.CoachTrip trip;
    private final CoachPool pool;
    private final String where;
    private final Violations violations;

    private TripCheck(PlanView view, Plan.CoachTrip trip, CoachPool pool, Violations violations) {
        this.view = view;
        this.trip = trip;
        this.pool = pool;
        this.where = "coach trip " + trip.id();
        this.violations = violations;
    }

    static void check(PlanView view, Plan.CoachTrip trip, Violations violations) {
        String where = "coach trip " + trip.id();
        CoachPool pool = view.pools.get(trip.poolId());
        if (view.trips.get(trip.id()) != trip
                || view.services.containsKey(trip.id())
                || view.flights.containsKey(trip.id())) {
            violations.add(Rule.H17, where, "its id is used twice, so nobody can say who rides what");
        }
        if (pool == null) {
            violations.add(Rule.H04, where, "the pool " + trip.poolId() + " does not exist");
        } else if (trip.events().isEmpty()) {
            violations.add(Rule.H16, where, "has no events");
        } else {
            new TripCheck(view, trip, pool, violations).check();
        }
    }

    private void check() {
        if (trip.busyFrom().isBefore(view.problem.asOf()) && !view.pinned(trip)) {
            violations.add(Rule.H02, where, "begins at " + trip.busyFrom() + ", before asOf " + view.problem.asOf());
        }
        way();
        List<TripStop> stops = TripStop.of(view, trip);
        stops(stops);
        load(stops);
        home(stops);
        DriverHoursCheck.check(view, trip, where, violations);
    }

    /** Depot to depot without gaps; every drive between two places, with all its pieces, is the matrix's. */
    private void way() {
        String at = pool.depot();
        Plan.Event before = null;
        List<Plan.Drive> pieces = new ArrayList<>();
        for (Plan.Event event : trip.events()) {
            if (event.seconds() < 0) {
                violations.add(Rule.H16, where, "an event ends before it begins, at " + event.from());
            }
            if (before != null && !before.to().equals(event.from())) {
                violations.add(Rule.H16, where, "gap or overlap between " + before.to() + " and " + event.from());
            }
            before = event;
            if (event instanceof Plan.Drive drive) {
                if (!pieces.isEmpty() && !pieces.get(0).samePlaces(drive)) {
                    at = drive(at, pieces);
                }
                pieces.add(drive);
            } else if (event instanceof Plan.Stop stop) {
                at = drive(at, pieces);
                reach(at, stop.place(), "stops at ");
                at = stop.place();
            }
        }
        at = drive(at, pieces);
        reach(at, pool.depot(), "must end at its depot ");
        loadedFlags();
    }

    private void reach(String at, String place, String what) {
        if (!view.places.containsKey(place)) {
            violations.add(Rule.H16, where, "the place " + place + " does not exist");
        } else if (!view.together(at, place)) {
            violations.add(Rule.H16, where, what + place + ", but is at " + at);
        }
    }

    /** Judges the pieces of one drive and forgets them; answers where the coach is then. */
    private String drive(String at, List<Plan.Drive> pieces) {
        if (pieces.isEmpty()) {
            return at;
        }
        String from = pieces.get(0).fromPlace();
        String to = pieces.get(0).toPlace();
        long metres = pieces.stream().mapToLong(Plan.Drive::metres).sum();
        long seconds = pieces.stream().mapToLong(Plan.Drive::seconds).sum();
        boolean negative = pieces.stream().anyMatch(piece -> piece.metres() < 0);
        pieces.clear();
        reach(at, from, "drives from ");
        if (from.equals(to)) {
            violations.add(Rule.H16, where, "drives from " + from + " to itself");
        } else if (view.underWay(trip)) {
            return to;
        } else if (view.metres(from, to) == RoadMatrix.UNREACHABLE) {
            violations.add(Rule.H16, where, "drives from " + from + " to " + to + ", where there is no way");
        } else if (negative || metres != view.metres(from, to) || seconds != view.seconds(from, to)) {
            violations.add(
                    Rule.H16,
                    where,
                    "drives from " + from + " to " + to + " over " + metres + " m in " + seconds
                            + " s; the matrix says " + view.metres(from, to) + " m in " + view.seconds(from, to)
                            + " s");
        }
        return to;
    }

    /** Loaded from the first to the last stop, because every stop boards or alights. */
    private void loadedFlags() {
        int first = -1;
        int last = -1;
        for (int i = 0; i < trip.events().size(); i++) {
            if (trip.events().get(i) instanceof Plan.Stop) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        for (int i = 0; i < trip.events().size(); i++) {
            boolean between = i > first && i < last;
            if (trip.events().get(i) instanceof Plan.Drive drive && drive.loaded() != between) {
                violations.add(
                        Rule.H16,
                        where,
                        "the drive at " + drive.from() + " is marked " + (drive.loaded() ? "loaded" : "empty")
                                + ", but is not");
            }
        }
    }

    private void stops(List<TripStop> stops) {
        Rules rules = view.problem.rules();
        boolean pinned = view.pinned(trip);
        if (view.riders(trip.id()).isEmpty() && !pinned) {
            violations.add(Rule.H05, where, "nobody rides it");
            return;
        }
        boolean alighting = false;
        Set<String> boardingPlaces = new HashSet<>();
        Set<String> alightingPlaces = new HashSet<>();
        for (TripStop stop : stops) {
            String place = stop.event().place();
            if (stop.event().seconds() < rules.stopSeconds()) {
                violations.add(
                        Rule.H05,
                        where,
                        "stops " + stop.event().seconds() + " s at " + place + ", at least " + rules.stopSeconds()
                                + " s are needed");
            }
            if (!stop.boards() && !stop.alights() && !pinned) {
                violations.add(Rule.H05, where, "nobody boards or alights at its stop " + place);
            }
            if (stop.boards() && (alighting || stop.alights())) {
                violations.add(Rule.H05, where, "people board at " + place + " when others have alighted already");
            }
            alighting |= stop.alights();
            if (stop.boards() && !boardingPlaces.add(place) || stop.alights() && !alightingPlaces.add(place)) {
                violations.add(Rule.H05, where, "stops twice at " + place);
            }
        }
        most("boarding", stops.stream().filter(TripStop::boards).count(), rules.maxBoardingStops());
        most("alighting", stops.stream().filter(TripStop::alights).count(), rules.maxAlightingStops());
    }

    private void most(String kind, long count, int most) {
        if (count > most) {
            violations.add(Rule.H05, where, "has " + count + " " + kind + " places, at most " + most);
        }
    }

    private void load(List<TripStop> stops) {
        int seats = pool.approvedSeats() - trip.drivers();
        long passengers = 0;
        long wheelchairs = 0;
        for (TripStop stop : stops) {
            for (PlanView.Rider rider : stop.alighting()) {
                passengers -= rider.journey().headcount();
                wheelchairs -= rider.journey().wheelchairs();
            }
            for (PlanView.Rider rider : stop.boarding()) {
                passengers += rider.journey().headcount();
                wheelchairs += rider.journey().wheelchairs();
            }
            String after = " after " + stop.event().place();
            if (passengers > seats && !stop.boarding().isEmpty()) {
                violations.add(
                        Rule.H01,
                        where,
                        passengers + " passengers" + after + " on " + seats + " seats (" + pool.approvedSeats()
                                + " approved less " + trip.drivers() + " drivers)",
                        "SEATS",
                        passengers,
                        seats);
            }
            if (wheelchairs > pool.wheelchairSpaces() && !stop.boarding().isEmpty()) {
                violations.add(
                        Rule.H01,
                        where,
                        wheelchairs + " wheelchairs" + after + " on " + pool.wheelchairSpaces() + " spaces",
                        "WHEELCHAIRS",
                        wheelchairs,
                        pool.wheelchairSpaces());
            }
        }
    }

    private void home(List<TripStop> stops) {
        if (view.problem.emergency() || !view.problem.rules().homeEnd() || view.underWay(trip)) {
            return;
        }
        boolean ridden = !view.riders(trip.id()).isEmpty();
        List<String> ends = stops.stream()
                .filter(stop -> !ridden || stop.boards() || stop.alights())
                .map(stop -> stop.event().place())
                .toList();
        boolean home = ends.stream().map(view.places::get).anyMatch(place -> place != null && atHome(place));
        if (!home && !ends.isEmpty()) {
            violations.add(Rule.H10, where, "none of its places " + ends + " lies in " + pool.homePrefecture());
        }
    }

    private boolean atHome(Place place) {
        return place.prefecture().equals(pool.homePrefecture());
    }
}
