package io.chunfeng.intake;

import io.chunfeng.demand.Group;
import io.chunfeng.demand.GroupState;
import io.chunfeng.place.Place;
import java.util.List;
import java.util.Map;

/**
 * One row of a file and what it would change.
 *
 * @param number in the order of the file, from 1
 * @param row its number in the sheet; 0 for a group that the file lacks
 * @param groupId null for a row with problems that has none, or is ignored
 * @param fromVersion of the registration it was compared with
 * @param was state of that registration, or null
 * @param cells what people see in the known columns, by their keys
 * @param group as it would become; null for problems
 * @param before as it is registered; null for new ones
 * @param newPlace the boarding point, when it is not known yet
 * @param ignored why nothing is read from it, or null
 */
public record ImportRow(
        int number,
        String sheet,
        int row,
        State state,
        String county,
        String groupId,
        int fromVersion,
        GroupState was,
        Map<String, String> cells,
        Group group,
        Group before,
        Place newPlace,
        List<Problem> problems,
        Ignored ignored) {

    public enum State {
        NEW,
        CHANGED,
        /** Published: its change becomes a request that the dispatcher answers. */
        REQUEST,
        UNCHANGED,
        PROBLEM,
        /** An earlier file had it and this one lacks it: only offered. */
        WITHDRAWN,
        IGNORED
    }

    public enum Ignored {
        EXAMPLE,
        TOTAL,
        HEADER,
        NOTE
    }

    public boolean doubtful() {
        return state != State.PROBLEM && !problems.isEmpty();
    }
}
