package io.chunfeng.solver;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;

/** Gives some slots other schedules and some parts other itineraries, all at once. May change nothing. */
final class AssignmentMove extends AbstractMove<Assignment> {

    private record TripChange(CoachSlot slot, TripSchedule to) {}

    private record PartChange(GroupPart part, Itinerary to) {}

    private final List<TripChange> trips;
    private final List<PartChange> parts;

    private AssignmentMove(List<TripChange> trips, List<PartChange> parts) {
        this.trips = trips;
        this.parts = parts;
    }

    /** Collects the changes; null stands for a slot or part out of use. */
    static final class Builder {
        private final List<TripChange> trips = new ArrayList<>();
        private final List<PartChange> parts = new ArrayList<>();

        void trip(CoachSlot slot, TripSchedule to) {
            trips.add(new TripChange(slot, to));
        }

        void part(GroupPart part, Itinerary to) {
            parts.add(new PartChange(part, to));
        }

        AssignmentMove build() {
            return new AssignmentMove(trips, parts);
        }
    }

    interface TripVisitor {
        void visit(int slot, TripSchedule to);
    }

    interface PartVisitor {
        void visit(int part, Itinerary to);
    }

    void forEachTrip(TripVisitor visitor) {
        for (TripChange change : trips) {
            visitor.visit(change.slot.id(), change.to);
        }
    }

    void forEachPart(PartVisitor visitor) {
        for (PartChange change : parts) {
            visitor.visit(change.part.id(), change.to);
        }
    }

    /** Without a search: makes the changes and keeps no score. */
    void doOn(Assignment solution) {
        forEachTrip((slot, to) -> solution.getSlots().get(slot).setSchedule(to));
        forEachPart((part, to) -> solution.getParts().get(part).setItinerary(to));
    }

    /** Whether it changes nothing. */
    boolean isEmpty() {
        return trips.isEmpty() && parts.isEmpty();
    }

    /** Whether the solution is as this move leaves it. */
    boolean isIn(Assignment solution) {
        for (TripChange change : trips) {
            if (solution.getSlots().get(change.slot.id()).getSchedule() != change.to) {
                return false;
            }
        }
        for (PartChange change : parts) {
            if (solution.getParts().get(change.part.id()).getItinerary() != change.to) {
                return false;
            }
        }
        return true;
    }

    /** Whether both change the same trip or people of the same group: then one was not made for what the other leaves. */
    boolean touches(AssignmentMove other) {
        for (TripChange change : trips) {
            for (TripChange theirs : other.trips) {
                if (change.slot.id() == theirs.slot.id()) {
                    return true;
                }
            }
        }
        for (PartChange change : parts) {
            for (PartChange theirs : other.parts) {
                if (change.part.group() == theirs.part.group()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Every move counts, those that change nothing too: otherwise a search with nothing to find would never end. */
    @Override
    public boolean isMoveDoable(ScoreDirector<Assignment> director) {
        return true;
    }

    @Override
    protected AbstractMove<Assignment> createUndoMove(ScoreDirector<Assignment> director) {
        Builder undo = new Builder();
        trips.forEach(change -> undo.trip(change.slot, change.slot.getSchedule()));
        parts.forEach(change -> undo.part(change.part, change.part.getItinerary()));
        return undo.build();
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<Assignment> director) {
        for (TripChange change : trips) {
            director.beforeVariableChanged(change.slot, "schedule");
            change.slot.setSchedule(change.to);
            director.afterVariableChanged(change.slot, "schedule");
        }
        for (PartChange change : parts) {
            director.beforeVariableChanged(change.part, "itinerary");
            change.part.setItinerary(change.to);
            director.afterVariableChanged(change.part, "itinerary");
        }
    }

    /** Values name slots by id, so only the entities have to be found in the other solution. */
    @Override
    public AssignmentMove rebase(ScoreDirector<Assignment> destination) {
        Builder there = new Builder();
        trips.forEach(change -> there.trip(destination.lookUpWorkingObject(change.slot), change.to));
        parts.forEach(change -> there.part(destination.lookUpWorkingObject(change.part), change.to));
        return there.build();
    }

    @Override
    public Collection<?> getPlanningEntities() {
        List<Object> entities = new ArrayList<>();
        trips.forEach(change -> entities.add(change.slot));
        parts.forEach(change -> entities.add(change.part));
        return entities;
    }

    @Override
    public Collection<?> getPlanningValues() {
        List<Object> values = new ArrayList<>();
        trips.forEach(change -> values.add(change.to));
        parts.forEach(change -> values.add(change.to));
        return values;
    }

    @Override
    public String toString() {
        return trips.size() + " trips, " + parts.size() + " parts";
    }
}
