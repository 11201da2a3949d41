package io.chunfeng.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    /**
     * With who really boarded: those who are missing are missing from the last boardings of their group, and a boarding
     * of nobody is none.
     *
     * @param boarded persons by group id; other groups stay as they are
     * @throws IllegalArgumentException for more people, or another group, than were to board
     */
    public RanTrip withBoarded(Map<String, Integer> boarded) {
        Map<String, Integer> left = new HashMap<>(boarded);
        List<Boarding> real = new ArrayList<>();
        for (Boarding boarding : boardings) {
            Integer open = left.get(boarding.groupId());
            int persons = open == null ? boarding.persons() : Math.min(open, boarding.persons());
            if (open != null) {
                left.put(boarding.groupId(), open - persons);
            }
            if (persons > 0) {
                real.add(new Boarding(
                        boarding.groupId(), boarding.county(), persons, boarding.infants(), boarding.mainLeg()));
            }
        }
        left.forEach((group, persons) -> {
            if (persons != 0) {
                throw new IllegalArgumentException(
                        "团组“" + group + "”在“" + name + "”（" + vehicleId + "）上比计划多 " + persons + " 人，花名册以外的人不能上车");
            }
        });
        return new RanTrip(id, planId, vehicleId, kind, name, carriages, ranAt, real);
    }
}
