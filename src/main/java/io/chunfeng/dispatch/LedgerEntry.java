package io.chunfeng.dispatch;

import java.time.Instant;

/**
 * 台账分录: one person-leg count. Entries are only ever added; a correction reverses an entry with its negative and adds
 * the new one.
 *
 * @param planId of the stored plan that ran @param vehicle id of the coach trip, train service or flight in it
 * @param carriages of a train, 0 for other kinds
 * @param happenedAt when the trip left
 * @param groupId null for a trip that ran with nobody aboard
 * @param county that registered the group, six digits, like the counties of both ends of the whole journey; null without a
 *     group
 * @param persons negative in a reversal, like infants and escorts
 * @param mainLeg false for a feeder (接驳)
 * @param owner city code (four digits) of the one that reports the trip; null without a group
 * @param reverses id of the entry that this one takes back, or null
 */
public record LedgerEntry(
        long id,
        Recording recording,
        long planId,
        String vehicle,
        RanTrip.Kind kind,
        String name,
        int carriages,
        Instant happenedAt,
        String groupId,
        String county,
        String fromCounty,
        String toCounty,
        Direction direction,
        boolean mainLeg,
        int persons,
        int infants,
        int escorts,
        String owner,
        Long reverses) {

    /** To be recorded: without id and recording. */
    static LedgerEntry of(RanTrip trip, RanTrip.Boarding boarding) {
        return new LedgerEntry(
                0,
                null,
                trip.planId(),
                trip.vehicleId(),
                trip.kind(),
                trip.name(),
                trip.carriages(),
                trip.ranAt(),
                boarding.groupId(),
                boarding.county(),
                boarding.ends().fromCounty(),
                boarding.ends().toCounty(),
                boarding.ends().direction(),
                boarding.mainLeg(),
                boarding.persons(),
                boarding.infants(),
                boarding.escorts(),
                trip.owner(),
                null);
    }

    /** To be recorded of a trip that ran with nobody aboard. */
    static LedgerEntry empty(RanTrip trip) {
        return of(trip, new RanTrip.Boarding(null, null, 0, 0, 0, false, new RanTrip.Ends(null, null, null)));
    }

    /** What it says, without when and by whom it was recorded, as {@link #of} makes it. */
    LedgerEntry content() {
        return new LedgerEntry(
                0,
                null,
                planId,
                vehicle,
                kind,
                name,
                carriages,
                happenedAt,
                groupId,
                county,
                fromCounty,
                toCounty,
                direction,
                mainLeg,
                persons,
                infants,
                escorts,
                owner,
                null);
    }
}
