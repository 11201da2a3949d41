package io.chunfeng.web;

import io.chunfeng.demand.Group;
import io.chunfeng.dispatch.Publication;
import io.chunfeng.dispatch.Publications;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which plan is in force where another was when an incident was recorded. */
@Component
class DayPlans {
    private final Publications publications;
    private final PlanShelf shelf;

    DayPlans(Publications publications, PlanShelf shelf) {
        this.publications = publications;
        this.shelf = shelf;
    }

    /** The newest published plan that covers a group of this one: it has replaced it; the plan itself when there is none. */
    long instead(long planId) {
        Set<String> groups = groups(planId);
        return publications.list().stream()
                .sorted(Comparator.comparing(Publication::number).reversed())
                .map(Publication::planId)
                .filter(other -> other == planId || groups(other).stream().anyMatch(groups::contains))
                .findFirst()
                .orElse(planId);
    }

    private Set<String> groups(long planId) {
        return shelf.get(planId).problem().groups().stream().map(Group::id).collect(Collectors.toSet());
    }
}
