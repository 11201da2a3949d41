package io.chunfeng.solver;

import java.util.ArrayList;
import java.util.List;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactCollectionProperty;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/** Groups assigned to capacity: the planning solution. Score: violations, weighted unserved persons, cost in fen. */
@PlanningSolution(solutionCloner = AssignmentCloner.class)
public class Assignment {
    private Instance instance;
    private Threads threads;
    private int threadCount = 1;

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

    /** The same people in the same coaches; changing the one does not change the other. */
    Assignment copy() {
        Assignment copy = new Assignment(instance, new ArrayList<>(parts.size()), new ArrayList<>(slots.size()));
        parts.forEach(part -> copy.parts.add(part.copy()));
        slots.forEach(slot -> copy.slots.add(slot.copy()));
        copy.score = score;
        copy.threads = threads;
        copy.threadCount = threadCount;
        return copy;
    }

    Instance instance() {
        return instance;
    }

    /** @param count of workers, one of them the calling thread */
    void use(Threads team, int count) {
        threads = team;
        threadCount = count;
    }

    /** Those who make the moves of a search. */
    Crew crew(long seed, int maxGroups) {
        return new Crew(this, threads, threadCount, seed, maxGroups);
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

    List<GroupPart> partsOf(GroupFact group) {
        return parts.subList(group.firstPart, group.firstPart + group.partCount);
    }

    List<CoachSlot> slotsOf(PoolFact pool) {
        return slots.subList(pool.firstSlot, pool.firstSlot + pool.slotCount);
    }

    public HardMediumSoftLongScore getScore() {
        return score;
    }

    public void setScore(HardMediumSoftLongScore score) {
        this.score = score;
    }
}
