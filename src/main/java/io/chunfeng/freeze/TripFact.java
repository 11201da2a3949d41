package io.chunfeng.freeze;

/**
 * What publications know of a trip that was counted.
 *
 * @param plate of the coach by its latest order; null for none
 * @param origin GB/T 2260 code, six digits, of where the first people board; null when the plan does not have the trip
 * @param destination of where the last people alight
 * @param published whether a publication has the trip @param orderVoid its 派车单 is 作废
 */
public record TripFact(
        TripKey trip, String plate, String origin, String destination, boolean published, boolean orderVoid) {}
