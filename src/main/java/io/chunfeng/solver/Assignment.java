package io.chunfeng.solver;

import java.util.List;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactCollectionProperty;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/** Groups assigned to capacity: the planning solution. Score: violations, weighted unserved persons, cost in fen. */
@PlanningSolution
public class Assignment {
    private Instance instance;

    @ProblemFactCollectionProperty
    private List<GroupFact> groups;

    @PlanningEntityCollectionProperty
    private List<GroupPart> parts;

    @PlanningEntityCollectionProperty
    private List<CoachSlot> slots;

    @PlanningScore
    private HardMediumSoftLongScore score;

    /** For OptaPlanner, which clones solutions. */
    Assignment() {}

    Assignment(Instance instance, List<GroupPart> parts, List<CoachSlot> slots) {
        this.instance = instance;
        this.groups = instance.groups;
        this.parts = parts;
        this.slots = slots;
    }

    Instance instance() {
        return instance;
    }

    List<GroupFact> getGroups() {
        return groups;
    }

    List<GroupPart> getParts() {
        return parts;
    }

    List<CoachSlot> getSlots() {
        return slots;
    }

    public HardMediumSoftLongScore getScore() {
        return score;
    }

    public void setScore(HardMediumSoftLongScore score) {
        this.score = score;
    }
}
