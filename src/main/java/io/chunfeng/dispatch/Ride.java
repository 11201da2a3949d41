package io.chunfeng.dispatch;

import java.time.Instant;

/**
 * One leg of the way of one part of a group.
 *
 * @param journey place of the journey in its plan: 1, 2, 3, …; parts of a group are different journeys
 * @param leg 1, 2, 3, … within the journey
 * @param lastLeg arrives at the workplace
 * @param mainLeg false for a feeder (接驳)
 * @param vehicle id of a coach trip, train service or flight
 * @param name for people: operator or service name
 * @param boardPlace id
 * @param meetAt 集合时间: the coach stands at the stop, or check-in for the train or flight begins
 * @param boardAt it leaves
 * @param alightPlace id
 */
public record Ride(
        String groupId,
        int journey,
        int leg,
        boolean lastLeg,
        boolean mainLeg,
        String vehicle,
        RanTrip.Kind kind,
        String name,
        int persons,
        String boardPlace,
        Instant meetAt,
        Instant boardAt,
        String alightPlace,
        Instant alightAt) {}
