package io.chunfeng.solver;

import io.chunfeng.capacity.CoachPool;
import io.chunfeng.demand.Mode;
import io.chunfeng.plan.Plan;
import io.chunfeng.plan.RemedyAction;
import io.chunfeng.plan.UnservedReason;
import io.chunfeng.plan.UnservedWords;
import java.util.Locale;
import java.util.Map;

/**
 * Why people stay behind, from the facts alone: quick enough for every report of a search, and what is left where
 * {@link Prescription} has no time to try anything.
 */
final class Diagnosis {
    private final Instance in;

    Diagnosis(Instance in) {
        this.in = in;
    }

    UnservedReason of(GroupFact group, int persons, int wheelchairs) {
        boolean coach = group.group.modes().contains(Mode.COACH) && in.reachable(group.from, group.to);
        if (!in.reachable(group.from, group.to) && group.rides.isEmpty()) {
            return UnservedReason.UNREACHABLE;
        }
        if (persons < group.minPart) {
            return UnservedReason.PART_TOO_LARGE;
        }
        if (!group.direct && group.rides.isEmpty()) {
            return coach ? UnservedReason.WINDOW_TOO_SHORT : UnservedReason.NO_SERVICE_OF_MODE;
        }
        boolean home = group.direct && in.pools.stream().anyMatch(pool -> atHome(pool, group));
        if (!home && group.rides.isEmpty()) {
            return UnservedReason.NO_HOME_COACH;
        }
        if (wheelchairs > 0 && !spaces(group, wheelchairs)) {
            return UnservedReason.NO_WHEELCHAIR_SPACE;
        }
        if (group.rides.isEmpty()
                && in.pools.stream().noneMatch(pool -> atHome(pool, group) && pool.seats(1) >= group.minPart)) {
            return UnservedReason.PART_TOO_LARGE;
        }
        return !home && group.rides.stream().allMatch(ride -> persons < ride.service().minPassengers)
                ? UnservedReason.BELOW_MINIMUM
                : UnservedReason.CAPACITY_TAKEN;
    }

    /** What is said as long as nothing has been tried. */
    static Plan.Remedy untried() {
        return new Plan.Remedy(
                UnservedWords.of(Locale.SIMPLIFIED_CHINESE).action(RemedyAction.NOT_TRIED),
                RemedyAction.NOT_TRIED.name(),
                Map.of());
    }

    private boolean atHome(PoolFact pool, GroupFact group) {
        String home = pool.pool.homePrefecture();
        return !in.homeEndApplies() || in.prefectures[group.from].equals(home) || in.prefectures[group.to].equals(home);
    }

    private boolean spaces(GroupFact group, int wheelchairs) {
        return in.pools.stream()
                        .map(pool -> pool.pool)
                        .mapToInt(CoachPool::wheelchairSpaces)
                        .anyMatch(spaces -> spaces > 0)
                || group.rides.stream()
                        .anyMatch(ride -> !ride.feederOut()
                                && !ride.feederIn()
                                && ride.service().unitLimit() * ride.service().wheelchairsPerUnit >= wheelchairs);
    }
}
