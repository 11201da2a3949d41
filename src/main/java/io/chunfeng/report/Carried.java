package io.chunfeng.report;

import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.statistics.CountedTrips;
import io.chunfeng.statistics.CountingSettings;
import io.chunfeng.statistics.Measure;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

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

    /**
     * @param trips of the period
     * @param unit province (two digits) or city (four)
     */
    static Carried of(Collection<RanTrip> trips, CountingSettings settings, String unit) {
        CountedTrips counted = CountedTrips.of(trips, settings, Instant.MAX);
        List<String> cities =
                counted.cities().stream().filter(city -> city.startsWith(unit)).toList();
        return new Carried(
                sum(counted, cities, Measure.COACH_DISPATCHES),
                sum(counted, cities, Measure.COACH_PERSON_TRIPS),
                sum(counted, cities, Measure.RAIL_UNITS),
                sum(counted, cities, Measure.TRAINS),
                sum(counted, cities, Measure.CARRIAGES),
                sum(counted, cities, Measure.RAIL_PERSON_TRIPS),
                sum(counted, cities, Measure.FLIGHT_UNITS),
                sum(counted, cities, Measure.CHARTER_FLIGHTS),
                sum(counted, cities, Measure.SEAT_BLOCKS),
                sum(counted, cities, Measure.AIR_PERSON_TRIPS));
    }

    private static long sum(CountedTrips counted, List<String> cities, Measure measure) {
        return cities.stream().mapToLong(city -> counted.figure(measure, city)).sum();
    }

    /** 合计运送人次. */
    public long personTrips() {
        return coachPersonTrips + railPersonTrips + airPersonTrips;
    }
}
