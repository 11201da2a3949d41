package io.chunfeng.dispatch;

import java.time.Instant;

/**
 * People of one group who arrive with one vehicle at their workplace, by the publication in force.
 *
 * @param county GB/T 2260 code of the county that registered them
 * @param employer may be null
 * @param from id of the boarding place of the group
 * @param place id of the place they alight at
 * @param ranAt when the vehicle was marked as run, or null
 * @param handover what was confirmed, or null
 */
public record Arrival(
        long planId,
        String groupId,
        String county,
        String employer,
        String from,
        String place,
        String vehicle,
        RanTrip.Kind kind,
        String name,
        int persons,
        Instant expectedAt,
        Instant ranAt,
        Handover handover) {}
