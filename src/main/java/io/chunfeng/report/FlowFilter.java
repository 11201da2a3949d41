package io.chunfeng.report;

import io.chunfeng.demand.Mode;
import io.chunfeng.dispatch.Direction;
import io.chunfeng.place.Corridor;
import java.time.LocalDate;

/**
 * Which people are looked at. What is null does not matter.
 *
 * @param from first day of departure in Asia/Shanghai @param to last day, itself included
 * @param mode of the vehicle
 * @param home province (two digits) or city (four) that registered them
 * @param away province, city or county (six) of the other end
 */
public record FlowFilter(
        LocalDate from, LocalDate to, Direction direction, Mode mode, Corridor corridor, String home, String away) {
    public static final FlowFilter EVERYTHING = new FlowFilter(null, null, null, null, null, null, null);

    public static FlowFilter of(LocalDate from, LocalDate to, String home) {
        return new FlowFilter(from, to, null, null, null, home, null);
    }

    boolean admits(CarriedTrip trip) {
        return (from == null || !trip.day().isBefore(from))
                && (to == null || !trip.day().isAfter(to))
                && (mode == null || trip.mode() == mode);
    }

    boolean admits(CarriedTrip.Party party) {
        return (direction == null || party.direction() == direction)
                && (corridor == null || party.corridor() == corridor)
                && (home == null || party.homeCity().startsWith(home))
                && (away == null || party.away().startsWith(away));
    }
}
