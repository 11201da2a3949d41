package io.chunfeng.plan;

import java.time.Instant;
import java.util.List;

/**
 * One coach trip, train or flight of a plan, explained.
 *
 * @param costs adds up to what the vehicle costs with its people
 * @param sections load between consecutive stops
 * @param fill how full a train or flight is booked; null for a coach trip
 * @param bounds what keeps it from running earlier, then later; empty where its way or its stops are not those of the
 *     problem
 * @param rests why a coach stands still
 * @param drivers why it has more than one driver; null for one, and for trains and flights
 */
public record VehicleExplanation(
        String vehicle,
        List<CostLine> costs,
        List<Section> sections,
        Fill fill,
        List<TimeBound> bounds,
        List<Rest> rests,
        BindingReason drivers) {

    public VehicleExplanation {
        costs = List.copyOf(costs);
        sections = List.copyOf(sections);
        bounds = List.copyOf(bounds);
        rests = List.copyOf(rests);
    }

    public long costFen() {
        return costs.stream().mapToLong(CostLine::fen).sum();
    }

    /**
     * From one stop to the next. Free figures are negative where too many are aboard.
     *
     * @param freeSeats seats for passengers that nobody sits on
     */
    public record Section(
            String from,
            String to,
            Instant depart,
            Instant arrive,
            long persons,
            long wheelchairs,
            long freeSeats,
            long freeSpaces) {}

    /** Carriages of a train, or passengers of a flight: booked, and the limits of the offer. */
    public record Fill(int booked, int least, int most) {}

    /**
     * What was found by running the coach's day again at another time.
     *
     * @param seconds how much earlier (negative) or later was tried; 0 for a timetable
     * @param subject id of the group, train, flight or pool that binds; null for rules and costs
     * @param limit the moment that binds; null where there is none
     * @param costFen what it would cost more, where it would be possible; 0 otherwise
     */
    public record TimeBound(long seconds, BindingReason reason, String subject, Instant limit, long costFen) {
        public boolean possible() {
            return reason == BindingReason.CHEAPEST
                    || reason == BindingReason.FREE
                    || reason == BindingReason.CURFEW
                    || reason == BindingReason.NIGHT
                    || reason == BindingReason.CONTINUOUS_DRIVING
                    || reason == BindingReason.HOURS_24;
        }
    }

    public record Rest(Instant from, Instant to, BindingReason reason) {}
}
