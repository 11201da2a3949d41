package io.chunfeng.run;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Campaign;
import io.chunfeng.demand.Group;
import io.chunfeng.place.Place;
import io.chunfeng.plan.PlanningProblem;
import io.chunfeng.plan.Rules;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The problem of one run: the groups of the period, and of everything else only what can matter to them. Pure.
 *
 * <p>Left out are coach pools that are never available between the first departure and the last arrival, and trains and
 * flights that lie outside that time or can no longer be booked.
 */
final class ProblemBuilder {
    private ProblemBuilder() {}

    /** @param offered groups of the period, all places, all capacity, and the campaign or null */
    static PlanningProblem build(long run, RunRequest request, Offer offered) {
        List<Group> groups = offered.groups();
        Window window = Window.of(request.asOf(), groups);
        List<CoachPool> pools =
                offered.coachPools().stream().filter(window::overlaps).toList();
        List<TrainService> services = offered.trainServices().stream()
                .filter(service -> offered.booked().contains(service.id()) || window.holds(service))
                .toList();
        List<Flight> flights = offered.flights().stream()
                .filter(flight -> offered.booked().contains(flight.id()) || window.holds(flight))
                .toList();
        Set<String> used = usedPlaces(groups, pools, services, flights);
        List<Place> places =
                offered.places().stream().filter(p -> used.contains(p.id())).toList();
        return new PlanningProblem(
                "run-" + run,
                name(request, offered.campaign()),
                request.asOf(),
                false,
                places,
                null,
                groups,
                pools,
                services,
                flights,
                Rules.DEFAULT,
                PlanningProblem.Pinned.NONE);
    }

    /** For example {@code 2024-02-17 至 2024-02-18 返岗 长三角}; before the Spring Festival people go home (返乡). */
    static String name(RunRequest request, Campaign campaign) {
        String scope = request.scope().words();
        return period(request, campaign) + (scope.isEmpty() ? "" : " " + scope);
    }

    private static String period(RunRequest request, Campaign campaign) {
        String period =
                request.from().equals(request.to()) ? request.from().toString() : request.from() + " 至 " + request.to();
        if (campaign == null) {
            return period;
        }
        return period + (request.from().isBefore(campaign.springFestival()) ? " 返乡" : " 返岗");
    }

    static Set<String> usedPlaces(
            List<Group> groups, List<CoachPool> pools, List<TrainService> services, List<Flight> flights) {
        Set<String> used = new LinkedHashSet<>();
        groups.forEach(group -> {
            used.add(group.from());
            used.add(group.to());
        });
        pools.forEach(pool -> used.add(pool.depot()));
        services.forEach(service -> service.calls().forEach(call -> used.add(call.place())));
        flights.forEach(flight -> {
            used.add(flight.from());
            used.add(flight.to());
        });
        return used;
    }

    /** What the repositories hold. @param booked trains and flights of the published plan, which are never left out */
    record Offer(
            Campaign campaign,
            List<Place> places,
            List<Group> groups,
            List<CoachPool> coachPools,
            List<TrainService> trainServices,
            List<Flight> flights,
            Set<String> booked) {

        /** Nothing is published yet. */
        Offer(
                Campaign campaign,
                List<Place> places,
                List<Group> groups,
                List<CoachPool> coachPools,
                List<TrainService> trainServices,
                List<Flight> flights) {
            this(campaign, places, groups, coachPools, trainServices, flights, Set.of());
        }
    }

    /** From the earliest departure (not before {@code asOf}) to the latest arrival of any group. */
    record Window(Instant asOf, Instant from, Instant until) {

        static Window of(Instant asOf, List<Group> groups) {
            Instant first = groups.stream()
                    .map(Group::earliestDeparture)
                    .min(Instant::compareTo)
                    .orElseThrow();
            Instant last = groups.stream()
                    .map(Group::latestArrival)
                    .max(Instant::compareTo)
                    .orElseThrow();
            return new Window(asOf, first.isBefore(asOf) ? asOf : first, last);
        }

        boolean overlaps(CoachPool pool) {
            return pool.availableFrom().isBefore(until) && pool.availableUntil().isAfter(from);
        }

        boolean holds(TrainService service) {
            List<TrainService.Call> calls = service.calls();
            // people may board after the first and leave before the last station
            return !service.bookBy().isBefore(asOf)
                    && calls.get(calls.size() - 2).depart().isAfter(from)
                    && calls.get(1).arrive().isBefore(until);
        }

        boolean holds(Flight flight) {
            return !flight.bookBy().isBefore(asOf)
                    && flight.depart().isAfter(from)
                    && flight.arrive().isBefore(until);
        }
    }
}
