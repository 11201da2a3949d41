package io.chunfeng.report;

import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.statistics.CountedTrip;
import io.chunfeng.statistics.CountedTrips;
import io.chunfeng.statistics.CountingSettings;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** What ran for one unit, by means of transport, as the statistics tables count it. */
public record Carried(
        long coaches,
        long coachPersonTrips,
        long railUnits,
        long trains,
        long carriages,
        long railPersonTrips,
        long flightUnits,
        long charterFlights,
        long seatBlocks,
        long airPersonTrips) {
    private static final int TRIPS = 0;
    private static final int CARRIAGES = 1;
    private static final int PERSONS = 2;

    /**
     * @param trips of the period
     * @param unit province (two digits) or city (four)
     */
    static Carried of(Collection<RanTrip> trips, CountingSettings settings, String unit) {
        CountedTrips counted = CountedTrips.of(trips, settings, Instant.MAX);
        Map<RanTrip.Kind, long[]> sums = new EnumMap<>(RanTrip.Kind.class);
        for (RanTrip.Kind kind : RanTrip.Kind.values()) {
            sums.put(kind, new long[3]);
        }
        for (CountedTrip trip : counted.trips()) {
            long[] sum = sums.get(trip.trip().kind());
            if (trip.owner().startsWith(unit)) {
                sum[TRIPS]++;
                sum[CARRIAGES] += trip.trip().carriages();
            }
            trip.personTrips().forEach((city, persons) -> sum[PERSONS] += city.startsWith(unit) ? persons : 0);
        }
        long[] train = sums.get(RanTrip.Kind.CHARTERED_TRAIN);
        long[] carriages = sums.get(RanTrip.Kind.CHARTERED_CARRIAGES);
        long[] charter = sums.get(RanTrip.Kind.CHARTER_FLIGHT);
        long[] block = sums.get(RanTrip.Kind.SEAT_BLOCK);
        return new Carried(
                sums.get(RanTrip.Kind.COACH)[TRIPS],
                sums.get(RanTrip.Kind.COACH)[PERSONS],
                settings.rail().units(train[TRIPS], train[CARRIAGES], carriages[CARRIAGES]),
                train[TRIPS],
                carriages[CARRIAGES],
                train[PERSONS] + carriages[PERSONS],
                settings.seatBlocks().flights(charter[TRIPS], block[TRIPS]),
                charter[TRIPS],
                block[TRIPS],
                charter[PERSONS] + block[PERSONS]);
    }

    /** 合计运送人次. */
    public long personTrips() {
        return coachPersonTrips + railPersonTrips + airPersonTrips;
    }
}
