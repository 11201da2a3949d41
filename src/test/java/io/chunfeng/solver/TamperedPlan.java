package io.chunfeng.solver;

import io.chunfeng.plan.Plan;
import io.chunfeng.plan.PlanningProblem;
import java.util.List;
import java.util.Random;

/** Puts wrong places into a plan, also such as do not exist. */
final class TamperedPlan {
    private final List<String> places;
    private final Random random;

    TamperedPlan(PlanningProblem problem, long seed) {
        places = problem.places().stream().map(place -> place.id()).toList();
        random = new Random(seed);
    }

    Plan of(Plan plan) {
        return new Plan(
                plan.problemId(),
                plan.solverConfig(),
                plan.seed(),
                plan.mapSha256(),
                plan.createdAt(),
                plan.coachTrips().stream().map(this::trip).toList(),
                plan.trainBookings(),
                plan.flightBookings(),
                plan.journeys().stream().map(this::journey).toList(),
                plan.unserved(),
                plan.score(),
                plan.kpis());
    }

    private Plan.CoachTrip trip(Plan.CoachTrip trip) {
        return new Plan.CoachTrip(
                trip.id(),
                trip.poolId(),
                trip.drivers(),
                trip.loadedMetres(),
                trip.emptyMetres(),
                trip.events().stream().map(this::event).toList(),
                trip.costFen());
    }

    private Plan.Event event(Plan.Event event) {
        if (event instanceof Plan.Drive drive) {
            return new Plan.Drive(
                    drive.from(),
                    drive.to(),
                    perhaps(drive.fromPlace()),
                    perhaps(drive.toPlace()),
                    drive.metres(),
                    drive.loaded());
        }
        return event instanceof Plan.Stop stop ? new Plan.Stop(stop.from(), stop.to(), perhaps(stop.place())) : event;
    }

    private Plan.Journey journey(Plan.Journey journey) {
        return new Plan.Journey(
                journey.groupId(),
                journey.headcount(),
                journey.wheelchairs(),
                journey.legs().stream()
                        .map(leg -> new Plan.Leg(
                                leg.vehicle(),
                                perhaps(leg.board()),
                                leg.boardAt(),
                                perhaps(leg.alight()),
                                leg.alightAt()))
                        .toList());
    }

    private String perhaps(String place) {
        int chance = random.nextInt(20);
        return chance == 0 ? "nowhere" : chance < 4 ? places.get(random.nextInt(places.size())) : place;
    }
}
