package io.chunfeng.plan;

import io.chunfeng.capacity.Flight;
import io.chunfeng.capacity.TrainService;
import io.chunfeng.demand.Group;
import io.chunfeng.road.Pairs;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * From where to where people may ride a coach: all the way; to a station or airport, or to a place from which they walk to it; and from there.
 * Modes, windows and booking deadlines are not looked at, so that changing them changes nothing here.
 */
final class CoachRides {
    private final int places;
    private final Rules rules;
    private final Pairs direct;
    private final BitSet from = new BitSet();
    private final BitSet to = new BitSet();
    /** Stations and airports where people can get on, and those where they can get off. */
    private final BitSet on = new BitSet();

    private final BitSet off = new BitSet();

    CoachRides(PlanningProblem problem) {
        places = problem.places().size();
        rules = problem.rules();
        direct = Pairs.none(places);
        Map<String, Integer> index = new HashMap<>();
        problem.places().forEach(place -> index.put(place.id(), index.size()));
        for (Group group : problem.groups()) {
            from.set(index.get(group.from()));
            to.set(index.get(group.to()));
            direct.want(index.get(group.from()), index.get(group.to()));
        }
        for (TrainService service : problem.trainServices()) {
            List<TrainService.Call> calls = service.calls();
            for (int i = 0; i + 1 < calls.size(); i++) {
                on.set(index.get(calls.get(i).place()));
                off.set(index.get(calls.get(i + 1).place()));
            }
        }
        for (Flight flight : problem.flights()) {
            on.set(index.get(flight.from()));
            off.set(index.get(flight.to()));
        }
    }

    /** Whether one place is, or may be, within so many metres by road of another. */
    interface Range {
        boolean within(int from, int to, int metres);
    }

    Pairs rides(Range range) {
        Pairs rides = Pairs.none(places);
        for (int place = 0; place < places; place++) {
            BitSet alight = direct.rows()[place];
            for (int end = alight.nextSetBit(0); end >= 0; end = alight.nextSetBit(end + 1)) {
                if (range.within(place, end, Integer.MAX_VALUE)) {
                    rides.want(place, end);
                }
            }
        }
        walks(
                on,
                range,
                (place, station) -> each(from, board -> {
                    if (range.within(board, place, rules.maxFeederMetres())) {
                        rides.want(board, place);
                    }
                }));
        walks(
                off,
                range,
                (place, station) -> each(to, alight -> {
                    if (range.within(place, alight, rules.maxFeederMetres())) {
                        rides.want(place, alight);
                    }
                }));
        return rides;
    }

    /** Both directions: the shorter counts. */
    Pairs walks(Range range) {
        Pairs walks = Pairs.none(places);
        for (BitSet stations : List.of(on, off)) {
            walks(stations, range, (place, station) -> {
                walks.want(place, station);
                walks.want(station, place);
            });
        }
        return walks;
    }

    private interface Walk {
        void between(int place, int station);
    }

    private void walks(BitSet stations, Range range, Walk walk) {
        each(stations, station -> {
            for (int place = 0; place < places; place++) {
                if (place == station
                        || range.within(place, station, rules.walkMetres())
                        || range.within(station, place, rules.walkMetres())) {
                    walk.between(place, station);
                }
            }
        });
    }

    static void each(BitSet set, IntConsumer each) {
        set.stream().forEach(each);
    }
}
