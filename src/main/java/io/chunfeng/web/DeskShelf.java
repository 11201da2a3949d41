package io.chunfeng.web;

import java.util.Map;
import org.springframework.stereotype.Component;

/** The desks looked at last. */
@Component
class DeskShelf {
    private static final int KEPT = 8;

    private final Map<Long, DeskView> plans = new Latest<>(KEPT);

    synchronized DeskView plan(PlanView view) {
        DeskView known = plans.get(view.id());
        if (known == null || known.view() != view) {
            known = DeskView.of(view);
            plans.put(view.id(), known);
        }
        return known;
    }
}
