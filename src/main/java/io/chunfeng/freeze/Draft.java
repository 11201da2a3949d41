package io.chunfeng.freeze;

import io.chunfeng.statistics.StatisticsTable;
import io.chunfeng.statistics.TableQuery;
import java.util.List;

/** A table as it would be frozen now. */
public record Draft(TableQuery query, StatisticsTable table, FrozenContent content, List<CheckResult> checks) {
    public Draft {
        checks = List.copyOf(checks);
    }

    /** Until what is wrong is put right. */
    public boolean blocked() {
        return checks.stream().anyMatch(result -> result.check().blocking() && !result.clean());
    }
}
