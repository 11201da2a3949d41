package io.chunfeng.dispatch;

import io.chunfeng.demand.Scope;
import io.chunfeng.plan.UnservedReason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Published plans, and what they tell each group. */
public interface Publications {

    /** Newest first. */
    List<Publication> list();

    /** Number of the newest one, 0 before the first. */
    int newest();

    PublicationPreview preview(long planId);

    /**
     * Makes it the one in force for every group of the plan that is taken; the groups' states follow, and the orders of its
     * coach trips are issued: all in one transaction.
     *
     * @param newest number of the newest publication that whoever publishes knows of, 0 for none
     * @param assignments by coach trip; a trip without one gets an order that is to be completed
     * @throws StalePublicationException when there is a newer one by now
     * @throws AssignmentRefusedException when a coach or driver cannot be sent out like this
     */
    Publication publish(long planId, int newest, String actor, Map<String, Assignment> assignments);

    /**
     * As above, with the coaches and drivers that are proposed at that moment ({@link AssignmentProposal}): for new plans
     * made of published ones, whose unchanged trips keep theirs.
     */
    Publication publish(long planId, int newest, String actor);

    /** Plans that carry some group by the publication in force for it, newest first. */
    List<Long> plansInForce();

    /** Of the groups of a publication's plan, the plan that they had been told before; those told for the first time are absent. */
    Map<String, Long> planBefore(int number);

    /** What the publication in force tells a group; empty when none covers it, or it is outside of the scope. */
    Optional<Told> told(Scope scope, String groupId);

    /** The groups of the scope with a seat on something that leaves that day (Asia/Shanghai), by id. */
    List<Told> leaving(Scope scope, LocalDate day);

    /**
     * @param headcount when the plan was made
     * @param reason why people stay behind, or null
     * @param rides of this group alone
     */
    record Told(
            String groupId,
            Publication publication,
            int headcount,
            int served,
            UnservedReason reason,
            List<Ride> rides) {
        public Told {
            rides = List.copyOf(rides);
        }

        public int left() {
            return headcount - served;
        }
    }
}
