package io.chunfeng.web;

import io.chunfeng.plan.PlanRepository;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The plans looked at last, prepared for the pages. Stored plans never change, so nothing here gets stale. */
@Component
class PlanShelf {
    private static final int KEPT = 8;

    private final PlanRepository plans;
    private final Map<Long, PlanView> views = new LinkedHashMap<>(KEPT * 2, 0.75f, true);

    PlanShelf(PlanRepository plans) {
        this.plans = plans;
    }

    synchronized Optional<PlanView> find(long id) {
        PlanView known = views.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<PlanView> loaded = plans.find(id).map(PlanView::of);
        loaded.ifPresent(view -> {
            views.put(id, view);
            if (views.size() > KEPT) {
                views.remove(views.keySet().iterator().next());
            }
        });
        return loaded;
    }

    /** @throws NotFoundException when there is no such plan */
    PlanView get(long id) {
        return find(id).orElseThrow(NotFoundException::new);
    }
}
