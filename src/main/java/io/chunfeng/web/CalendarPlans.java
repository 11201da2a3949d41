package io.chunfeng.web;

import io.chunfeng.dispatch.Publications;
import io.chunfeng.plan.PlanRepository;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The plans that the calendar counts. */
@Component
class CalendarPlans {
    private static final int TO_CHOOSE = 20;
    /** A season has some dozen weekends; what was published before those is over. */
    private static final int MOST_PUBLISHED = 20;

    private final PlanRepository plans;
    private final Publications publications;
    private final PlanShelf shelf;

    CalendarPlans(PlanRepository plans, Publications publications, PlanShelf shelf) {
        this.plans = plans;
        this.publications = publications;
        this.shelf = shelf;
    }

    /** Newest first. */
    List<PlanRepository.Summary> choice() {
        return plans.list().stream().limit(TO_CHOOSE).toList();
    }

    /**
     * One plan, where one is chosen; else those that carry somebody by a publication in force; while nothing is published, the
     * newest plan.
     *
     * @throws NotFoundException when there is no such plan
     */
    List<PlanView> counted(Long chosen) {
        if (chosen != null) {
            return List.of(shelf.get(chosen));
        }
        List<PlanView> published = publications.plansInForce().stream()
                .limit(MOST_PUBLISHED)
                .map(shelf::find)
                .flatMap(Optional::stream)
                .toList();
        return published.isEmpty()
                ? choice().stream()
                        .limit(1)
                        .map(newest -> shelf.get(newest.id()))
                        .toList()
                : published;
    }
}
