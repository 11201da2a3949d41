package io.chunfeng.web;

import io.chunfeng.dispatch.Publication;
import io.chunfeng.dispatch.Publications;
import io.chunfeng.plan.PlanRepository;
import io.chunfeng.run.PlanningRun;
import io.chunfeng.run.PlanningRuns;
import io.chunfeng.run.RunRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The plans that the calendar counts. */
@Component
class CalendarPlans {
    private static final int TO_CHOOSE = 20;
    /** A season has some dozen weekends; what was published before those is over. */
    private static final int MOST_PUBLISHED = 20;

    private final PlanRepository plans;
    private final Publications publications;
    private final PlanningRuns runs;
    private final PlanShelf shelf;

    CalendarPlans(PlanRepository plans, Publications publications, PlanningRuns runs, PlanShelf shelf) {
        this.plans = plans;
        this.publications = publications;
        this.runs = runs;
        this.shelf = shelf;
    }

    /** Newest first. */
    List<PlanRepository.Summary> choice() {
        return plans.list().stream().limit(TO_CHOOSE).toList();
    }

    /**
     * One plan, where one is chosen; else those that are published, for overlapping periods the newest only; while nothing is
     * published, the newest plan.
     *
     * @throws NotFoundException when there is no such plan
     */
    List<PlanView> counted(Long chosen) {
        if (chosen != null) {
            return List.of(shelf.get(chosen));
        }
        List<PlanView> published =
                inForce().stream().map(shelf::find).flatMap(Optional::stream).toList();
        return published.isEmpty()
                ? choice().stream()
                        .limit(1)
                        .map(newest -> shelf.get(newest.id()))
                        .toList()
                : published;
    }

    private List<Long> inForce() {
        List<Long> inForce = new ArrayList<>();
        List<RunRequest> periods = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (Publication publication :
                publications.list().stream().limit(MOST_PUBLISHED).toList()) {
            Optional<RunRequest> period = runs.ofPlan(publication.planId()).map(PlanningRun::request);
            boolean replaced = period.isPresent() && periods.stream().anyMatch(newer -> overlap(newer, period.get()));
            if (seen.add(publication.planId()) && !replaced) {
                inForce.add(publication.planId());
                period.ifPresent(periods::add);
            }
        }
        return inForce;
    }

    private static boolean overlap(RunRequest one, RunRequest other) {
        return !one.from().isAfter(other.to()) && !other.from().isAfter(one.to());
    }
}
