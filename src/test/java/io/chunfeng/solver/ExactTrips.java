package io.chunfeng.solver;

import io.chunfeng.plan.DutyTimeline;
import io.chunfeng.plan.PlanCosts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The cheapest trips of a pool for some riders, by trying everything: every order of stops, every number of drivers, every
 * whole minute of departure and the second before it. That is enough where all times of a problem are whole minutes: cost
 * is linear in the departure between moments at which some event meets a mark of the day, a window or another event.
 */
final class ExactTrips {
    /**
     * @param units cost in 1/3600 fen, so that passenger seconds need no rounding
     */
    record Trip(PoolFact pool, List<LegTask> riders, long busyFrom, long busyUntil, long units) {}

    private final Instance in;
    private final DutyTimeline timeline;
    private Map<Long, Trip> cheapestByHour;
    private PoolFact pool;
    private List<LegTask> riders;

    ExactTrips(Instance in) {
        this.in = in;
        this.timeline = new DutyTimeline(in.rules);
    }

    /** The cheapest trip for each hour in which a coach can leave its depot. */
    List<Trip> of(PoolFact from, List<LegTask> tasks) {
        pool = from;
        riders = tasks;
        cheapestByHour = new HashMap<>();
        List<Integer> boards = tasks.stream().map(LegTask::board).distinct().toList();
        List<Integer> alights = tasks.stream().map(LegTask::alight).distinct().toList();
        if (boards.size() > in.rules.maxBoardingStops()
                || alights.size() > in.rules.maxAlightingStops()
                || boards.stream().anyMatch(alights::contains)
                || !home()) {
            return List.of();
        }
        for (List<Integer> first : orders(boards)) {
            for (List<Integer> then : orders(alights)) {
                List<Integer> stops = new ArrayList<>(first);
                stops.addAll(then);
                order(stops, first.size());
            }
        }
        return List.copyOf(cheapestByHour.values());
    }

    private static List<List<Integer>> orders(List<Integer> places) {
        if (places.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (Integer place : places) {
            List<Integer> others = new ArrayList<>(places);
            others.remove(place);
            for (List<Integer> rest : orders(others)) {
                List<Integer> order = new ArrayList<>(List.of(place));
                order.addAll(rest);
                orders.add(order);
            }
        }
        return orders;
    }

    private boolean home() {
        String home = pool.pool.homePrefecture();
        return !in.homeEndApplies()
                || riders.stream()
                        .anyMatch(task -> in.prefectures[task.board()].equals(home)
                                || in.prefectures[task.alight()].equals(home));
    }

    private void order(List<Integer> stops, int boards) {
        int n = stops.size();
        int[] metres = new int[n + 1];
        int[] seconds = new int[n + 1];
        long loaded = 0;
        double expressway = 0;
        int at = pool.depot;
        for (int k = 0; k <= n; k++) {
            int next = k == n ? pool.depot : stops.get(k);
            if (at != next && !in.reachable(at, next)) {
                return;
            }
            metres[k] = at == next ? 0 : in.metres[at][next];
            seconds[k] = at == next ? 0 : in.seconds[at][next];
            if (k > 0 && k < n) {
                loaded += metres[k];
                expressway += metres[k] * in.matrix.expressway()[at][next];
            }
            at = next;
        }
        long[] earliest = new long[n];
        long[] latest = new long[n];
        java.util.Arrays.fill(earliest, Long.MIN_VALUE);
        java.util.Arrays.fill(latest, Long.MAX_VALUE);
        int load = 0;
        int wheelchairs = 0;
        for (LegTask task : riders) {
            int b = stops.indexOf(task.board());
            int a = stops.lastIndexOf(task.alight());
            long driving = 0;
            for (int k = b + 1; k <= a; k++) {
                driving += seconds[k];
            }
            if (driving > in.rules.maxRideSeconds(in.seconds[task.board()][task.alight()])) {
                return;
            }
            earliest[b] = Math.max(earliest[b], task.earliest());
            latest[a] = Math.min(latest[a], task.latest());
            load += task.headcount();
            wheelchairs += task.wheelchairs();
        }
        var hours = in.rules.driverHours();
        boolean mostlyExpressway = loaded > 0 && expressway > 0.9 * loaded;
        boolean two = hours.enabled()
                && loaded >= (mostlyExpressway ? hours.secondDriverExpresswayMetres() : hours.secondDriverMetres());
        for (int drivers = two ? 2 : 1; drivers <= in.rules.maxDrivers(); drivers++) {
            if (load <= pool.seats(drivers) && wheelchairs <= pool.pool.wheelchairSpaces()) {
                departures(stops, metres, seconds, earliest, latest, loaded, drivers);
            }
        }
    }

    private void departures(
            List<Integer> stops,
            int[] metres,
            int[] seconds,
            long[] earliest,
            long[] latest,
            long loaded,
            int drivers) {
        int n = stops.size();
        boolean exempt = loaded <= in.rules.driverHours().curfewExemptMetres();
        for (long minute = pool.availableFrom; minute <= pool.availableUntil; minute += 60) {
            for (long leave = minute - 1; leave <= minute; leave++) {
                if (leave >= pool.availableFrom
                        && timeline.simulate(leave, metres, seconds, earliest, latest, n, exempt, drivers)
                        && timeline.end() <= pool.availableUntil) {
                    keep(stops, drivers, loaded, (long) metres[0] + metres[n]);
                }
            }
        }
    }

    private void keep(List<Integer> stops, int drivers, long loaded, long empty) {
        long units =
                3600 * PlanCosts.coachTripFen(pool.pool, drivers, loaded, empty, timeline.end() - timeline.begin());
        for (LegTask task : riders) {
            long from = task.first() ? timeline.departure(stops.indexOf(task.board())) : task.anchor();
            long to = task.alightCounts() ? timeline.arrival(stops.lastIndexOf(task.alight())) : task.anchor();
            units += (to - from) * task.headcount() * in.rules.weights().fenPerPassengerHour();
            if (task.first()) {
                units += 3600
                        * task.group().dayShift(from, task.headcount())
                        * in.rules.weights().fenPerPassengerDayShift();
            }
        }
        Trip trip = new Trip(pool, riders, timeline.begin(), timeline.end(), units);
        cheapestByHour.merge(timeline.begin() / 3600, trip, (a, b) -> a.units <= b.units ? a : b);
    }
}
