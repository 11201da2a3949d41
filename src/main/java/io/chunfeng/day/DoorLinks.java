package io.chunfeng.day;

import io.chunfeng.plan.PlanningProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Links for escorts. Port to the database, which never holds what would open one. */
public interface DoorLinks {

    DoorLink add(TripRef trip, String escort, String madeBy, Instant madeAt, Instant expiresAt);

    Optional<DoorLink> find(long id);

    /** Of the trip, made under an earlier plan that ran it too; newest first. */
    List<DoorLink> of(TripRef trip);

    /** @return false when there is no such link of the trip, or it has been taken back already */
    boolean revoke(TripRef trip, long id, String by, Instant at);

    /** The day after the trip is over; of a trip that is recorded later the day after today. */
    static Instant expiry(BoardTrip trip, Instant now) {
        Instant last = trip.arrival().isAfter(now) ? trip.arrival() : now;
        LocalDate day = last.atZone(PlanningProblem.ZONE).toLocalDate();
        return day.plusDays(2).atStartOfDay(PlanningProblem.ZONE).toInstant();
    }
}
