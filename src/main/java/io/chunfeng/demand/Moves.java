package io.chunfeng.demand;

import static io.chunfeng.demand.GroupState.ACCEPTED;
import static io.chunfeng.demand.GroupState.CLOSED;
import static io.chunfeng.demand.GroupState.DRAFT;
import static io.chunfeng.demand.GroupState.PLANNED;
import static io.chunfeng.demand.GroupState.PUBLISHED;
import static io.chunfeng.demand.GroupState.SUBMITTED;
import static io.chunfeng.demand.GroupState.WITHDRAWN;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may move a group from which state to which; a move to the same state changes figures only. Pure. */
public final class Moves {

    /** The dispatcher has taken it, and it has not been taken back: it is planned. */
    public static final Set<GroupState> TAKEN = EnumSet.range(ACCEPTED, CLOSED);

    /** States that a new group may be registered in. */
    private static final Map<Party, Set<GroupState>> FIRST = Map.of(
            Party.COUNTY, EnumSet.of(DRAFT, SUBMITTED),
            // by telephone, or a file that the dispatcher reads in for a county
            Party.DISPATCHER, EnumSet.of(SUBMITTED, ACCEPTED),
            Party.PROGRAM, EnumSet.of(DRAFT, SUBMITTED, ACCEPTED));

    private static final Map<GroupState, Set<GroupState>> COUNTY = Map.of(
            DRAFT, EnumSet.of(DRAFT, SUBMITTED, WITHDRAWN),
            SUBMITTED, EnumSet.of(DRAFT, SUBMITTED, WITHDRAWN),
            // changed before it is published: the dispatcher takes it anew
            ACCEPTED, EnumSet.of(SUBMITTED, WITHDRAWN),
            PLANNED, EnumSet.of(SUBMITTED, WITHDRAWN),
            WITHDRAWN, EnumSet.of(DRAFT, SUBMITTED));

    private static final Map<GroupState, Set<GroupState>> DISPATCHER = Map.of(
            SUBMITTED, EnumSet.of(DRAFT, SUBMITTED, ACCEPTED),
            ACCEPTED, EnumSet.of(DRAFT),
            PLANNED, EnumSet.of(DRAFT),
            // by an accepted request of the county
            PUBLISHED, EnumSet.of(PUBLISHED, WITHDRAWN));

    private Moves() {}

    /** @param from null for a group that is not registered yet */
    public static boolean allowed(Party by, GroupState from, GroupState to) {
        if (from == null) {
            return FIRST.get(by).contains(to);
        }
        return switch (by) {
            case COUNTY -> COUNTY.getOrDefault(from, Set.of()).contains(to);
            case DISPATCHER -> DISPATCHER.getOrDefault(from, Set.of()).contains(to);
            case PROGRAM ->
                (from != to && TAKEN.contains(from) && TAKEN.contains(to))
                        || allowed(Party.COUNTY, from, to)
                        || allowed(Party.DISPATCHER, from, to);
        };
    }

    /** The states a registered group may be in to be moved there. */
    public static Set<GroupState> sources(Party by, GroupState to) {
        return Arrays.stream(GroupState.values())
                .filter(from -> allowed(by, from, to))
                .collect(Collectors.toUnmodifiableSet());
    }
}
