package io.chunfeng.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

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
     * Both ends of the whole journey of a group, whichever leg of it this is: feeders have the direction of their journey.
     *
     * @param fromCounty GB/T 2260 code, six digits, like toCounty
     */
    public record Ends(Direction direction, String fromCounty, String toCounty) {

        /** @param county that registered the group, six digits */
        public static Ends of(String county, String fromCounty, String toCounty) {
            return new Ends(Direction.of(county, fromCounty, toCounty), fromCounty, toCounty);
        }
    }

    /**
     * Persons of one part of a group who boarded.
     *
     * @param county GB/T 2260 code of the county that registered them, six digits
     * @param persons workers, each one 人次; infants and escorts are not among them
     * @param infants on laps: on the manifest (花名册), never counted as 人次; 0 when taken from a plan, which has none
     * @param escorts staff who travel along (护送人员), never counted as 人次; 0 when taken from a plan
     * @param mainLeg false for a feeder (接驳), which is kept but not counted under the main-leg rule
     */
    public record Boarding(
            String groupId, String county, int persons, int infants, int escorts, boolean mainLeg, Ends ends) {

        /** The prefecture (市) of the county: four digits. */
        public String city() {
            return county.substring(0, 4);
        }

        private Boarding with(Aboard aboard) {
            return new Boarding(groupId, county, aboard.persons(), aboard.infants(), aboard.escorts(), mainLeg, ends);
        }
    }

    public RanTrip {
        boardings = List.copyOf(boardings);
    }

    /**
     * City code of the one that reports the trip: most persons on their main leg are from there, of equals the lowest
     * code; where nobody is on a main leg, most of those aboard. Null with nobody aboard.
     */
    public String owner() {
        String owner = most(Boarding::mainLeg);
        return owner == null ? most(boarding -> true) : owner;
    }

    private String most(Predicate<Boarding> counts) {
        Map<String, Integer> persons = new TreeMap<>();
        for (Boarding boarding : boardings) {
            if (boarding.persons() > 0 && counts.test(boarding)) {
                persons.merge(boarding.city(), boarding.persons(), Integer::sum);
            }
        }
        // The map is in order of codes and only a greater number displaces the owner found so far.
        return persons.entrySet().stream()
                .reduce((most, city) -> city.getValue() > most.getValue() ? city : most)
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /**
     * With people of another trip besides, who moved (改乘) to this one. They ride it as they were to ride theirs: to a train,
     * or all the way.
     *
     * @param planned the other trip with everybody the plan put on it
     * @throws IllegalArgumentException when the plan put nobody of the group on it
     */
    public RanTrip joinedFrom(RanTrip planned, String groupId, int persons) {
        Boarding theirs = planned.boardings().stream()
                .filter(boarding -> boarding.groupId().equals(groupId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "团组“" + groupId + "”不在“" + planned.name() + "”（" + planned.vehicleId() + "）上，不能从那里改乘"));
        List<Boarding> aboard = new ArrayList<>(boardings);
        aboard.add(theirs.with(Aboard.persons(persons)));
        return with(aboard);
    }

    public int persons() {
        return boardings.stream().mapToInt(Boarding::persons).sum();
    }

    /** The same trip with these aboard. */
    public RanTrip with(List<Boarding> aboard) {
        return new RanTrip(id, planId, vehicleId, kind, name, carriages, ranAt, aboard);
    }

    /**
     * With who really boarded: those who are missing are missing from the last boardings of their group, and a boarding
     * of nobody is none. Infants and escorts are with the first boarding of their group.
     *
     * @param aboard by group id; other groups stay as they are
     * @throws IllegalArgumentException for more people, or another group, than were to board, and for infants or escorts
     *     of a group of whom nobody boarded
     */
    public RanTrip withBoarded(Map<String, Aboard> aboard) {
        Map<String, Integer> left = new HashMap<>();
        aboard.forEach((group, people) -> left.put(group, people.persons()));
        Set<String> seen = new HashSet<>();
        List<Boarding> real = new ArrayList<>();
        for (Boarding boarding : boardings) {
            Aboard people = aboard.get(boarding.groupId());
            if (people == null) {
                real.add(boarding);
                continue;
            }
            int persons = Math.min(left.get(boarding.groupId()), boarding.persons());
            left.merge(boarding.groupId(), -persons, Integer::sum);
            if (persons > 0) {
                boolean first = seen.add(boarding.groupId());
                real.add(boarding.with(
                        first ? new Aboard(persons, people.infants(), people.escorts()) : Aboard.persons(persons)));
            }
        }
        left.forEach((group, persons) -> {
            if (persons != 0) {
                throw new IllegalArgumentException(
                        "团组“" + group + "”在“" + name + "”（" + vehicleId + "）上比计划多 " + persons + " 人，花名册以外的人不能上车");
            }
        });
        aboard.forEach((group, people) -> {
            if (people.infants() + people.escorts() > 0 && !seen.contains(group)) {
                throw new IllegalArgumentException(
                        "团组“" + group + "”无人登上“" + name + "”（" + vehicleId + "），不能登记婴幼儿或护送人员；请先填写登车人数");
            }
        });
        return with(real);
    }
}
