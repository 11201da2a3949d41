package io.chunfeng.web;

import io.chunfeng.closure.ClosedDrive;
import io.chunfeng.plan.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a plan needs a hand now.
 *
 * @param broken how often each rule is broken
 * @param closures in force that the plan does not avoid
 * @param closedTrips trips on those
 * @param looking whether these are still looked for
 */
record DeskNeeds(
        int groups,
        int persons,
        Map<Rule, Long> broken,
        List<ClosureRow> closures,
        Set<String> closedTrips,
        boolean looking) {

    static DeskNeeds of(DeskView desk, PlanClosures.OfPlan closed) {
        return new DeskNeeds(
                desk.view().unserved().size(),
                desk.view().unservedPersons(),
                desk.brokenRules(),
                closed.unavoided(),
                closed.drives().stream().map(ClosedDrive::trip).collect(Collectors.toSet()),
                closed.looking());
    }

    public boolean none() {
        return persons == 0 && broken.isEmpty() && closures.isEmpty();
    }

    public long faults() {
        return broken.values().stream().mapToLong(Long::longValue).sum();
    }
}
