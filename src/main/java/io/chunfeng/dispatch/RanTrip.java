package io.chunfeng.dispatch;

import java.time.Instant;
import java.util.List;

/**
 * A trip that really ran, with who boarded it. What the statistics count.
 *
 * @param id unique over all plans: plan id, a slash, vehicle id
 * @param name for people: operator or service name
 * @param carriages booked carriages of a train service, 0 for other kinds
 */
public record RanTrip(
        String id,
        long planId,
        String vehicleId,
        Kind kind,
        String name,
        int carriages,
        Instant ranAt,
        List<Boarding> boardings) {

    public enum Kind {
        COACH,
        CHARTERED_TRAIN,
        CHARTERED_CARRIAGES,
        CHARTER_FLIGHT,
        SEAT_BLOCK
    }

    /**
     * Persons of one part of a group who boarded.
     *
     * @param county GB/T 2260 code of the county that registered them, six digits
     * @param persons workers, each one 人次; infants are not among them
     * @param infants on laps: on the manifest (花名册), never counted as 人次; 0 when taken from a plan, which has none
     * @param mainLeg false for a feeder (接驳), which is kept but not counted under the main-leg rule
     */
    public record Boarding(String groupId, String county, int persons, int infants, boolean mainLeg) {

        /** The prefecture (市) of the county: four digits. */
        public String city() {
            return county.substring(0, 4);
        }
    }

    public RanTrip {
        boardings = List.copyOf(boardings);
    }
}
