package io.chunfeng.day;

import io.chunfeng.dispatch.RanTrip;
import io.chunfeng.dispatch.Ride;
import io.chunfeng.plan.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the reported delays mean for the rest of the day. Pure.
 *
 * <p>A delay stays for the rest of a trip: rests that the rules ask for are not shortened, and what a driver makes good is
 * reported. Trains and flights wait for nobody. A coach that fetches people from a train or flight waits for them.
 */
public final class Expectations {
    private final Map<TripRef, BoardTrip> trips = new HashMap<>();
    private final Map<Leg, Ride> legs = new HashMap<>();
    private final Rules rules;

    private record Leg(long planId, int journey, int leg) {}

    private record Wait(long seconds, String vehicle) {
        static final Wait NONE = new Wait(0, null);
    }

    private Expectations(Collection<BoardTrip> all, Rules rules) {
        this.rules = rules;
        for (BoardTrip trip : all) {
            trips.put(trip.ref(), trip);
            trip.rides().forEach(ride -> legs.put(new Leg(trip.ref().planId(), ride.journey(), ride.leg()), ride));
        }
    }

    /** @param trips of the day, with those before and after them in the same journeys as far as these are to be seen */
    public static Map<TripRef, TripExpectation> of(Collection<BoardTrip> trips, Rules rules) {
        Expectations expectations = new Expectations(trips, rules);
        Map<TripRef, TripExpectation> found = new HashMap<>();
        trips.forEach(trip -> found.put(trip.ref(), expectations.of(trip)));
        return found;
    }

    private TripExpectation of(BoardTrip trip) {
        Wait wait = waits(trip);
        long delay = trip.state() == Report.ARRIVED ? trip.delaySeconds() : Math.max(trip.delaySeconds(), wait.seconds);
        Instant left = trip.leftAt();
        return new TripExpectation(
                left == null ? trip.departure().plusSeconds(delay) : left,
                trip.arrival().plusSeconds(delay),
                delay,
                delay > 0 && delay == wait.seconds && delay > trip.delaySeconds() ? wait.vehicle : null,
                trip.state() == Report.CANCELLED ? List.of() : connections(trip, delay));
    }

    /** Only a coach that has not left waits, for people whose train or flight is late. */
    private Wait waits(BoardTrip trip) {
        Wait longest = Wait.NONE;
        if (trip.kind() != RanTrip.Kind.COACH || trip.leftAt() != null) {
            return longest;
        }
        for (Ride ride : trip.rides()) {
            Ride before = legs.get(new Leg(trip.ref().planId(), ride.journey(), ride.leg() - 1));
            if (before != null) {
                BoardTrip feeding = trips.get(new TripRef(trip.ref().planId(), before.vehicle()));
                Instant ready = before.alightAt().plusSeconds(feeding.delaySeconds() + egress(before.kind()));
                long seconds = Duration.between(ride.boardAt(), ready).toSeconds();
                longest = seconds > longest.seconds ? new Wait(seconds, before.vehicle()) : longest;
            }
        }
        return longest;
    }

    private List<TripExpectation.Connection> connections(BoardTrip trip, long delay) {
        List<TripExpectation.Connection> connections = new ArrayList<>();
        for (Ride ride : trip.rides()) {
            Ride next = legs.get(new Leg(trip.ref().planId(), ride.journey(), ride.leg() + 1));
            if (next == null || next.kind() == RanTrip.Kind.COACH) {
                continue;
            }
            BoardTrip onward = trips.get(new TripRef(trip.ref().planId(), next.vehicle()));
            connections.add(new TripExpectation.Connection(
                    ride.groupId(),
                    ride.persons(),
                    ride.vehicle(),
                    next.vehicle(),
                    next.name(),
                    ride.alightAt().plusSeconds(delay),
                    next.meetAt().plusSeconds(Math.max(0, onward.delaySeconds()))));
        }
        connections.sort(Comparator.comparing(TripExpectation.Connection::to)
                .thenComparing(TripExpectation.Connection::groupId));
        return connections;
    }

    private int egress(RanTrip.Kind kind) {
        return switch (kind) {
            case CHARTERED_TRAIN, CHARTERED_CARRIAGES -> rules.egressSecondsRail();
            case CHARTER_FLIGHT, SEAT_BLOCK -> rules.egressSecondsAir();
            case COACH -> 0;
        };
    }
}
