package io.chunfeng.command;

import io.chunfeng.plan.Plan;
import java.math.BigDecimal;

/** A score on one line. */
final class Scores {
    private Scores() {}

    static String line(Plan plan) {
        int served = plan.kpis().persons();
        int persons = served
                + plan.unserved().stream().mapToInt(Plan.Unserved::headcount).sum();
        return "hard " + plan.score().hard() + ", unserved " + plan.score().unserved() + " (weighted persons), served "
                + served + " of " + persons + " persons, cost "
                + BigDecimal.valueOf(plan.score().costFen(), 2).toPlainString() + " yuan";
    }
}
