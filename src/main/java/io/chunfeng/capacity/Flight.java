package io.chunfeng.capacity;

import java.time.Instant;

/**
 * A charter flight (包机) or a block of seats on a scheduled flight (切位): two different things in the statistics.
 *
 * @param from place id of the airport of departure
 * @param minPassengers the flight is booked with at least so many, or not at all
 * @param flightFen paid once if used, in fen
 */
public record Flight(
        String id,
        String name,
        Kind kind,
        String from,
        String to,
        Instant depart,
        Instant arrive,
        int seats,
        int wheelchairSpaces,
        int minPassengers,
        long flightFen,
        long fenPerPassenger,
        Instant bookBy)
        implements Offer {

    public enum Kind {
        CHARTER,
        SEAT_BLOCK
    }

    public Flight withSeats(int changed, int minimum) {
        return new Flight(
                id,
                name,
                kind,
                from,
                to,
                depart,
                arrive,
                changed,
                wheelchairSpaces,
                minimum,
                flightFen,
                fenPerPassenger,
                bookBy);
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public Offer.Kind offerKind() {
        return Offer.Kind.FLIGHT;
    }

    @Override
    public Flight endedAt(Instant end) {
        return new Flight(
                id,
                name,
                kind,
                from,
                to,
                depart,
                arrive,
                seats,
                wheelchairSpaces,
                minPassengers,
                flightFen,
                fenPerPassenger,
                end);
    }
}
