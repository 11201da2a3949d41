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
        Long reverses) {}
