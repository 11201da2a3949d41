package io.chunfeng.run;

import java.util.List;

/**
 * What a run of a what-if (情景) plans: the problem of a stored plan with changes, as the scenario had them when it was started.
 *
 * @param scenario id
 * @param basePlan id of a stored plan
 */
public record WhatIf(long scenario, long basePlan, List<ScenarioChange> changes) {
    public WhatIf {
        changes = List.copyOf(changes);
    }
}
