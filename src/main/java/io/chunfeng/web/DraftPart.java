package io.chunfeng.web;

import io.chunfeng.plan.Plan;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A part of a group as forms name it: its index in the plan, which is right for one version of a draft, and what it is, by
 * which it is found again in the next.
 *
 * @param vehicles that it rides, in their order
 */
record DraftPart(int journey, int persons, String vehicles, String groupId) {
    private static final int FIELDS = 4;

    static DraftPart of(Plan plan, int index) {
        Plan.Journey journey = plan.journeys().get(index);
        return new DraftPart(
                index,
                journey.headcount(),
                journey.legs().stream().map(Plan.Leg::vehicle).collect(Collectors.joining("+")),
                journey.groupId());
    }

    /** Other parts of the groups that are aboard. */
    static List<DraftPart> others(Plan plan, List<Ride> aboard) {
        return IntStream.range(0, plan.journeys().size())
                .filter(i -> aboard.stream()
                        .anyMatch(ride -> ride.journey()
                                .groupId()
                                .equals(plan.journeys().get(i).groupId())))
                .mapToObj(i -> of(plan, i))
                .toList();
    }

    /** What a form sends. */
    public String key() {
        return journey + "|" + persons + "|" + vehicles + "|" + groupId;
    }

    static OptionalInt index(String key) {
        String index = key == null ? "" : key.split("\\|", 2)[0];
        return index.matches("\\d{1,8}") ? OptionalInt.of(Integer.parseInt(index)) : OptionalInt.empty();
    }

    /** The same people in a plan that has changed since; null when they travel otherwise now. */
    static String again(String key, Plan plan) {
        String[] fields = key == null ? new String[0] : key.split("\\|", FIELDS);
        if (fields.length < FIELDS) {
            return null;
        }
        return IntStream.range(0, plan.journeys().size())
                .filter(i -> plan.journeys().get(i).groupId().equals(fields[3]))
                .mapToObj(i -> of(plan, i))
                .filter(part -> part.vehicles.equals(fields[2])
                        && String.valueOf(part.persons).equals(fields[1]))
                .findFirst()
                .map(DraftPart::key)
                .orElse(null);
    }
}
