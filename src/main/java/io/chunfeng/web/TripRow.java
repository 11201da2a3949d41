package io.chunfeng.web;

import io.chunfeng.demand.Mode;
import java.time.Instant;

/**
 * A coach trip, train service or flight of a plan, as a row of its table.
 *
 * @param kind key of a message below {@code kind.}
 * @param name operator, train or flight
 * @param departure of the first passengers
 * @param arrival of the last passengers
 * @param drivers 0 for trains and flights
 * @param persons who ride at least a part of the way
 * @param seats for passengers: drivers and escorts are taken off
 * @param metres loaded and empty; -1 for trains and flights
 */
record TripRow(
        String vehicle,
        Mode mode,
        String kind,
        String name,
        String from,
        String to,
        Instant departure,
        Instant arrival,
        int drivers,
        int persons,
        int seats,
        long metres,
        long costFen) {}
