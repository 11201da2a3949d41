package io.chunfeng.intake;

import io.chunfeng.demand.Group;
import io.chunfeng.place.Place;
import java.util.List;

/**
 * One row as it was understood.
 *
 * @param number the county's own, or null
 * @param group with an empty id; null when the row has problems
 * @param newPlace a boarding point that is not known yet; null for none
 * @param problems doubts included
 */
public record ReadGroup(String number, Group group, Place newPlace, List<Problem> problems) {
    public ReadGroup {
        problems = List.copyOf(problems);
    }
}
