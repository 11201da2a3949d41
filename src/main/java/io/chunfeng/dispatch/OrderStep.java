package io.chunfeng.dispatch;

import io.chunfeng.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One line of the timeline of an order, half-open [from, to).
 *
 * @param place where it stops, or the drive begins; null for rests
 * @param toPlace where the drive ends; null for stops and rests
 * @param metres of a drive; 0 for stops and rests
 */
public record OrderStep(Kind kind, Instant from, Instant to, String place, String toPlace, int metres) {

    public enum Kind {
        /** With passengers. */
        DRIVE,
        /** 空驶. */
        EMPTY,
        STOP,
        REST;

        boolean driving() {
            return this == DRIVE || this == EMPTY;
        }
    }

    static List<OrderStep> of(Plan.CoachTrip trip) {
        return trip.events().stream().map(OrderStep::of).toList();
    }

    private static OrderStep of(Plan.Event event) {
        if (event instanceof Plan.Drive drive) {
            Kind kind = drive.loaded() ? Kind.DRIVE : Kind.EMPTY;
            return new OrderStep(kind, drive.from(), drive.to(), drive.fromPlace(), drive.toPlace(), drive.metres());
        }
        String place = event instanceof Plan.Stop stop ? stop.place() : null;
        return new OrderStep(place == null ? Kind.REST : Kind.STOP, event.from(), event.to(), place, null, 0);
    }

    public long seconds() {
        return Duration.between(from, to).toSeconds();
    }
}
