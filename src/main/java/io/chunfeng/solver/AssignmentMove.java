package io.chunfeng.solver;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;

/** Gives some slots other schedules and some parts other itineraries, all at once. */
final class AssignmentMove extends AbstractMove<Assignment> {

    private record TripChange(CoachSlot slot, TripSchedule to) {}

    private record PartChange(GroupPart part, Itinerary to) {}

    private final List<TripChange> trips;
    private final List<PartChange> parts;

    private AssignmentMove(List<TripChange> trips, List<PartChange> parts) {
        this.trips = trips;
        this.parts = parts;
    }

    static AssignmentMove of(Draft draft) {
        Assignment solution = draft.solution;
        List<TripChange> trips = new ArrayList<>();
        for (Map.Entry<Integer, TripSchedule> change : draft.changedTrips().entrySet()) {
            CoachSlot slot = solution.getSlots().get(change.getKey());
            if (!Objects.equals(slot.getSchedule(), change.getValue())) {
                trips.add(new TripChange(slot, change.getValue()));
            }
        }
        List<PartChange> parts = new ArrayList<>();
        for (Map.Entry<Integer, Itinerary> change : draft.changedParts().entrySet()) {
            GroupPart part = solution.getParts().get(change.getKey());
            if (!Objects.equals(part.getItinerary(), change.getValue())) {
                parts.add(new PartChange(part, change.getValue()));
            }
        }
        return new AssignmentMove(trips, parts);
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<Assignment> director) {
        return !trips.isEmpty() || !parts.isEmpty();
    }

    @Override
    protected AbstractMove<Assignment> createUndoMove(ScoreDirector<Assignment> director) {
        return new AssignmentMove(
                trips.stream()
                        .map(change -> new TripChange(change.slot, change.slot.getSchedule()))
                        .toList(),
                parts.stream()
                        .map(change -> new PartChange(change.part, change.part.getItinerary()))
                        .toList());
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
        return new AssignmentMove(
                trips.stream()
                        .map(change -> new TripChange(destination.lookUpWorkingObject(change.slot), change.to))
                        .toList(),
                parts.stream()
                        .map(change -> new PartChange(destination.lookUpWorkingObject(change.part), change.to))
                        .toList());
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
