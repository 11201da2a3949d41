package io.chunfeng.freeze;

import java.util.List;

/**
 * What a check has found.
 *
 * @param kind the message {@code frozen.finding.<kind>} says it @param figures of that message
 * @param trips that it is about; may be empty
 */
public record Finding(Kind kind, List<String> figures, List<TripKey> trips) {

    public enum Kind {
        /** date, from, to, what they share, how many trips */
        SAME_VEHICLE,
        /** name, vehicle, moment, persons */
        NOT_PUBLISHED,
        /** name, vehicle, moment, persons */
        ORDER_VOID,
        /** name, vehicle, planned moment, planned persons */
        NOTHING_RECORDED,
        /** row, heading, address, figure, sum of the parts, the parts */
        SUM,
        /** row, heading, address, figure, sum over the trips */
        TRIPS,
        /** row, heading, address, figure here, figure of the platform */
        DIFFERENT,
        /** row */
        ROW_MISSING,
        /** row, heading, address, figure, part, why the form says so */
        PART_EXCEEDS,
        /** row, heading, address, counties on no list */
        NOT_A_PARTITION
    }

    public Finding {
        figures = List.copyOf(figures);
        trips = List.copyOf(trips);
    }
}
