package io.chunfeng.plan;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Port: how else people of a plan could travel, found by really changing the plan. */
public interface Alternatives {
    /** How many are given at most. */
    int MOST = 3;

    /**
     * The best other ways for one journey, everything else left as it is. Those that keep every rule come first, cheapest
     * first; a cheaper one that breaks a rule is shown after them, so that one sees why it was not taken. Takes well under a
     * second for the plan of a weekend; the search is bounded by steps, not by time.
     *
     * @param problem with its matrix
     * @param plan a plan without violations
     * @param journey index in the plan's journeys
     * @return at most {@link #MOST}; empty for a pinned journey
     */
    List<Alternative> of(PlanningProblem problem, Plan plan, int journey);

    enum Kind {
        /** A trip that is in the plan already. */
        OTHER_TRIP,
        /** The same trip, or another one, with a coach of another pool. */
        OTHER_COACH,
        /** A coach of their own. */
        OWN_COACH,
        TRAIN,
        FLIGHT
    }

    /**
     * @param journey as it would be in the changed plan
     * @param vehicle the trip, train or flight of the main leg
     * @param poolId of a coach trip that is new or changes its pool; null for others
     * @param differenceFen generalised cost of the whole changed plan, less that of the plan
     * @param broken what the changed plan breaks; empty when it is valid
     */
    record Alternative(
            Kind kind,
            Plan.Journey journey,
            String vehicle,
            String poolId,
            long differenceFen,
            List<Violation> broken) {

        public Alternative {
            broken = List.copyOf(broken);
        }

        /** One violation of each broken rule, in the order found: an overfull coach is so on many legs. */
        public List<Violation> oneOfEachRule() {
            Set<Rule> seen = EnumSet.noneOf(Rule.class);
            return broken.stream()
                    .filter(violation -> seen.add(violation.rule()))
                    .toList();
        }

        public boolean valid() {
            return broken.isEmpty();
        }
    }
}
