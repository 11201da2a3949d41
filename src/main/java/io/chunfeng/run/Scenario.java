package io.chunfeng.run;

import java.time.Instant;
import java.util.List;

/**
 * 情景: what would be, were some things otherwise. A named copy of a stored plan's problem with changes.
 *
 * @param basePlan id of the stored plan that it is compared with
 * @param changes in the order in which they are applied
 * @param version one more with each change; a change names the version it was made from
 * @param by login name of who made it
 * @param adoptedPlan the stored plan that was adopted, or null
 */
public record Scenario(
        long id,
        String name,
        long basePlan,
        List<ScenarioChange> changes,
        int version,
        State state,
        String by,
        Instant at,
        Long adoptedPlan) {

    public enum State {
        OPEN,
        /** 采用. */
        ADOPTED,
        /** 放弃. */
        DROPPED
    }

    public Scenario {
        changes = List.copyOf(changes);
    }

    public boolean open() {
        return state == State.OPEN;
    }
}
