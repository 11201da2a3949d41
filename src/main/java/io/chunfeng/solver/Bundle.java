package io.chunfeng.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parts of groups that cannot be told apart because they share coaches, and groups of whom people stay behind. */
final class Bundle {
    final List<GroupPart> parts = new ArrayList<>();
    final List<GroupFact> leftBehind = new ArrayList<>();

    /** Roughly how much there is to search. */
    int weight() {
        return parts.size() + leftBehind.size();
    }

    /** Every part that travels and every group of whom people do not is in one of them. */
    static Collection<Bundle> of(Assignment solution) {
        int[] leader = new int[solution.getParts().size()];
        Arrays.setAll(leader, part -> part);
        int[] firstRider = new int[solution.getSlots().size()];
        Arrays.fill(firstRider, -1);
        for (GroupPart part : solution.getParts()) {
            if (part.getItinerary() != null) {
                for (int slot : part.getItinerary().coaches()) {
                    if (firstRider[slot] < 0) {
                        firstRider[slot] = part.id();
                    } else {
                        leader[leader(leader, part.id())] = leader(leader, firstRider[slot]);
                    }
                }
            }
        }
        Map<Integer, Bundle> bundles = new LinkedHashMap<>();
        for (GroupFact group : solution.getGroups()) {
            int persons = 0;
            Bundle first = null;
            for (GroupPart part : solution.partsOf(group)) {
                if (part.getItinerary() != null) {
                    persons += part.getItinerary().headcount();
                    Bundle bundle = bundles.computeIfAbsent(leader(leader, part.id()), at -> new Bundle());
                    bundle.parts.add(part);
                    first = first == null ? bundle : first;
                }
            }
            if (persons < group.headcount) {
                if (first == null) {
                    first = new Bundle();
                    bundles.put(-1 - group.index, first);
                }
                first.leftBehind.add(group);
            }
        }
        return bundles.values();
    }

    private static int leader(int[] leader, int part) {
        int at = part;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        return at;
    }
}
