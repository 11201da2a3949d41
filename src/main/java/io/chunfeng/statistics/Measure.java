package io.chunfeng.statistics;

import io.chunfeng.dispatch.RanTrip.Kind;

/**
 * What can be counted of a trip for a city. Trains and carriages, charter flights and seat blocks are measures of their
 * own; {@link #RAIL_UNITS} and {@link #FLIGHT_UNITS} put them together as the settings say.
 */
public enum Measure {
    /** 专车数量（辆次）: loaded one-way dispatches, not distinct coaches. */
    COACH_DISPATCHES,
    COACH_PERSON_TRIPS,
    TRAINS,
    /** Carriages of chartered trains. */
    TRAIN_CARRIAGES,
    /** Chartered carriages (包车厢) of scheduled trains. */
    CARRIAGES,
    /** 专列（含包车厢）数量. */
    RAIL_UNITS,
    RAIL_PERSON_TRIPS,
    CHARTER_FLIGHTS,
    SEAT_BLOCKS,
    /** 包机架次. */
    FLIGHT_UNITS,
    AIR_PERSON_TRIPS;

    /** What this trip adds to the city's figure; 0 when it has nothing to do with it. */
    long of(CountedTrip counted, String city, CountingSettings settings) {
        Kind kind = counted.trip().kind();
        int carriages = counted.trip().carriages();
        boolean owner = counted.owner().equals(city);
        return switch (this) {
            case COACH_DISPATCHES -> owner && kind == Kind.COACH ? 1 : 0;
            case TRAINS -> owner && kind == Kind.CHARTERED_TRAIN ? 1 : 0;
            case TRAIN_CARRIAGES -> owner && kind == Kind.CHARTERED_TRAIN ? carriages : 0;
            case CARRIAGES -> owner && kind == Kind.CHARTERED_CARRIAGES ? carriages : 0;
            case CHARTER_FLIGHTS -> owner && kind == Kind.CHARTER_FLIGHT ? 1 : 0;
            case SEAT_BLOCKS -> owner && kind == Kind.SEAT_BLOCK ? 1 : 0;
            case RAIL_UNITS ->
                settings.rail()
                        .units(
                                TRAINS.of(counted, city, settings),
                                TRAIN_CARRIAGES.of(counted, city, settings),
                                CARRIAGES.of(counted, city, settings));
            case FLIGHT_UNITS ->
                settings.seatBlocks()
                        .flights(CHARTER_FLIGHTS.of(counted, city, settings), SEAT_BLOCKS.of(counted, city, settings));
            case COACH_PERSON_TRIPS -> kind == Kind.COACH ? counted.personTripsOf(city) : 0;
            case RAIL_PERSON_TRIPS ->
                kind == Kind.CHARTERED_TRAIN || kind == Kind.CHARTERED_CARRIAGES ? counted.personTripsOf(city) : 0;
            case AIR_PERSON_TRIPS ->
                kind == Kind.CHARTER_FLIGHT || kind == Kind.SEAT_BLOCK ? counted.personTripsOf(city) : 0;
        };
    }
}
