package io.chunfeng.web;

import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.web.TripDetail.Kind;
import io.chunfeng.web.TripDetail.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What happens on a trip, one step after the other. */
final class TripSteps {
    private TripSteps() {}

    static List<Step> coach(Plan.CoachTrip trip, List<Ride> rides) {
        List<Step> steps = new ArrayList<>();
        for (Plan.Event event : trip.events()) {
            if (event instanceof Plan.Drive drive) {
                Kind kind = drive.loaded() ? Kind.DRIVE : Kind.EMPTY;
                steps.add(way(kind, drive.from(), drive.to(), drive.fromPlace(), drive.toPlace(), drive.metres()));
            } else if (event instanceof Plan.Stop stop) {
                steps.add(stop(stop.from(), stop.to(), stop.place(), rides));
            } else {
                steps.add(new Step(Kind.REST, event.from(), event.to(), null, null, 0, List.of(), List.of()));
            }
        }
        return steps;
    }

    /** Of a train or flight of the problem. */
    static List<Step> service(PlanningProblem problem, String id, List<Ride> rides) {
        return problem.trainServices().stream()
                .filter(service -> service.id().equals(id))
                .findFirst()
                .map(service -> train(service, rides))
                .orElseGet(() -> problem.flights().stream()
                        .filter(flight -> flight.id().equals(id))
                        .findFirst()
                        .map(flight -> flight(flight, rides))
                        .orElseThrow(NotFoundException::new));
    }

    private static List<Step> train(TrainService service, List<Ride> rides) {
        List<Step> steps = new ArrayList<>();
        TrainService.Call before = null;
        for (TrainService.Call call : service.calls()) {
            if (before != null) {
                steps.add(way(Kind.DRIVE, before.depart(), call.arrive(), before.place(), call.place(), 0));
            }
            Instant arrive = call.arrive() == null ? call.depart() : call.arrive();
            Instant depart = call.depart() == null ? call.arrive() : call.depart();
            steps.add(stop(arrive, depart, call.place(), rides));
            before = call;
        }
        return steps;
    }

    private static List<Step> flight(Flight flight, List<Ride> rides) {
        return List.of(
                stop(flight.depart(), flight.depart(), flight.from(), rides),
                way(Kind.DRIVE, flight.depart(), flight.arrive(), flight.from(), flight.to(), 0),
                stop(flight.arrive(), flight.arrive(), flight.to(), rides));
    }

    private static Step way(Kind kind, Instant begin, Instant end, String from, String to, int metres) {
        return new Step(kind, begin, end, from, to, metres, List.of(), List.of());
    }

    private static Step stop(Instant begin, Instant end, String place, List<Ride> rides) {
        List<Ride> boards = rides.stream()
                .filter(ride ->
                        ride.leg().board().equals(place) && ride.leg().boardAt().equals(end))
                .toList();
        List<Ride> alights = rides.stream()
                .filter(ride -> ride.leg().alight().equals(place)
                        && ride.leg().alightAt().equals(begin))
                .toList();
        return new Step(Kind.STOP, begin, end, place, null, 0, boards, alights);
    }
}
