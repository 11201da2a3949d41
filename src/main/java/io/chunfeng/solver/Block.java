package io.chunfeng.solver;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** People of a solution who ride nothing together with others but trains and flights: they can be planned by themselves. */
final class Block {
    final List<GroupPart> parts;
    final List<GroupFact> leftBehind;

    /** Groups, and pools and services that they can use; by index in the whole. */
    final BitSet groups = new BitSet();

    final BitSet pools = new BitSet();
    final BitSet services = new BitSet();

    Block(Instance in, List<Bundle> bundles) {
        parts = bundles.stream().flatMap(bundle -> bundle.parts.stream()).toList();
        leftBehind =
                bundles.stream().flatMap(bundle -> bundle.leftBehind.stream()).toList();
        parts.forEach(part -> groups.set(part.group().index));
        leftBehind.forEach(group -> groups.set(group.index));
        Set<String> homes = new HashSet<>();
        groups.stream().mapToObj(in.groups::get).forEach(group -> {
            homes.add(in.prefectures[group.from]);
            homes.add(in.prefectures[group.to]);
            for (RideOption ride : group.rides) {
                services.set(ride.service().index);
                homes.add(in.prefectures[ride.service().place[ride.board()]]);
                homes.add(in.prefectures[ride.service().place[ride.alight()]]);
            }
        });
        for (PoolFact pool : in.pools) {
            if (!in.homeEndApplies() || homes.contains(pool.pool.homePrefecture())) {
                pools.set(pool.index);
            }
        }
    }

    int weight() {
        return parts.size() + leftBehind.size();
    }

    /** Persons of the groups left behind, all of the group counted. */
    int personsLeftBehind() {
        return leftBehind.stream().mapToInt(group -> group.headcount).sum();
    }

    /** Whether nothing that the one does can matter to the other. */
    boolean apartFrom(Block other) {
        return !groups.intersects(other.groups)
                && !pools.intersects(other.pools)
                && !services.intersects(other.services);
    }
}
