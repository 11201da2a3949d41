package io.chunfeng.plan;

import io.chunfeng.demand.Group;
import java.util.HashMap;
import java.util.Map;

/** H17: every person, and every person in a wheelchair, is in exactly one journey or unserved. */
final class CountCheck {
    /** Running sums of one group. */
    private static final class Sum {
        private long persons;
        private long wheelchairs;
        /** Unserved persons of whom the plan does not say how many use a wheelchair. */
        private long unknown;
    }

    private CountCheck() {}

    static void check(PlanView view, Violations violations) {
        Map<String, Sum> sums = new HashMap<>();
        view.groups.keySet().forEach(id -> sums.put(id, new Sum()));
        for (int i = 0; i < view.plan.journeys().size(); i++) {
            Plan.Journey journey = view.plan.journeys().get(i);
            counts(view.where(i), journey.headcount(), journey.wheelchairs(), violations);
            add(sums.get(journey.groupId()), journey.headcount(), journey.wheelchairs());
        }
        for (Plan.Unserved rest : view.plan.unserved()) {
            String where = "unserved of " + rest.groupId();
            if (!sums.containsKey(rest.groupId())) {
                violations.add(Rule.H17, where, "the group does not exist");
            } else if (rest.wheelchairs() == Plan.Unserved.WHEELCHAIRS_UNKNOWN) {
                counts(where, rest.headcount(), 0, violations);
                sums.get(rest.groupId()).unknown += rest.headcount();
                add(sums.get(rest.groupId()), rest.headcount(), 0);
            } else {
                counts(where, rest.headcount(), rest.wheelchairs(), violations);
                add(sums.get(rest.groupId()), rest.headcount(), rest.wheelchairs());
            }
        }
        for (Group group : view.problem.groups()) {
            compare(group, sums.get(group.id()), violations);
        }
    }

    private static void add(Sum sum, long persons, long wheelchairs) {
        if (sum != null) {
            sum.persons += persons;
            sum.wheelchairs += wheelchairs;
        }
    }

    private static void counts(String where, int headcount, int wheelchairs, Violations violations) {
        if (headcount < 1 || wheelchairs < 0 || wheelchairs > headcount) {
            violations.add(Rule.H17, where, headcount + " persons, " + wheelchairs + " of them in wheelchairs");
        }
    }

    private static void compare(Group group, Sum sum, Violations violations) {
        String where = "group " + group.id();
        if (sum.persons != group.headcount()) {
            violations.add(
                    Rule.H17, where, sum.persons + " persons in journeys and unserved, it has " + group.headcount());
        }
        long missing = group.wheelchairs() - sum.wheelchairs;
        if (missing < 0 || missing > sum.unknown) {
            violations.add(
                    Rule.H17,
                    where,
                    sum.wheelchairs + " wheelchairs in journeys and unserved, it has " + group.wheelchairs());
        }
    }
}
