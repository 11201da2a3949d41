package io.chunfeng.dispatch;

import io.chunfeng.demand.GroupState;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What publishing a plan would do, before it is done. Pure.
 *
 * @param told groups that are told their trips
 * @param unserved groups some or all of whose people have no seat
 * @param resized groups whose number of people is another one than the plan was made with
 * @param dropped groups of the plan that were taken back, or changed and not accepted since: their seats stay empty
 * @param lost groups that were told trips before and have none any more
 * @param replaced numbers of the publications that it replaces for its groups
 * @param missing groups of the same days that are accepted and not in the plan
 */
public record PublicationPreview(
        List<PlannedGroup> told,
        List<PlannedGroup> unserved,
        List<PlannedGroup> resized,
        List<PlannedGroup> dropped,
        List<PlannedGroup> lost,
        List<Integer> replaced,
        List<String> missing) {

    /** @param missing ids of accepted groups of the same days that the plan does not cover */
    public static PublicationPreview of(List<PlannedGroup> groups, List<String> missing) {
        Predicate<PlannedGroup> covered = PlannedGroup::covered;
        return new PublicationPreview(
                select(groups, covered.and(group -> group.served() > 0)),
                select(groups, covered.and(group -> group.left() > 0)),
                select(groups, covered.and(group -> group.headcount() != group.planned())),
                select(groups, covered.negate()),
                select(groups, covered.and(group -> group.servedBefore() > 0 && group.served() == 0)),
                groups.stream()
                        .filter(covered)
                        .map(PlannedGroup::publication)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .toList(),
                List.copyOf(missing));
    }

    private static List<PlannedGroup> select(List<PlannedGroup> groups, Predicate<PlannedGroup> condition) {
        return groups.stream().filter(condition).toList();
    }

    public int persons() {
        return told.stream().mapToInt(PlannedGroup::served).sum();
    }

    public int unservedPersons() {
        return unserved.stream().mapToInt(PlannedGroup::left).sum();
    }

    /** Somebody is under way with the publication in force: what has left cannot be told otherwise. */
    public long underWay() {
        return told.stream()
                .filter(group -> group.state() == GroupState.DEPARTED || group.state() == GroupState.CLOSED)
                .count();
    }
}
