package io.chunfeng.dispatch;

import io.chunfeng.demand.GroupState;
import io.chunfeng.plan.UnservedReason;

/**
 * A group of a plan that may be published, as it was planned and as it is now.
 *
 * @param headcount now
 * @param planned headcount when the plan was made
 * @param served persons that the plan carries
 * @param reason why the others stay behind; null when there are none
 * @param covered whether this plan counts for the group: it is taken, and was not taken anew since the plan was made
 * @param publication number of the publication in force for it, or null
 * @param servedBefore persons that the publication in force carries
 */
public record PlannedGroup(
        String groupId,
        String county,
        GroupState state,
        int headcount,
        int planned,
        int served,
        UnservedReason reason,
        boolean covered,
        Integer publication,
        int servedBefore) {

    public int left() {
        return planned - served;
    }
}
