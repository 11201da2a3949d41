package io.chunfeng.dispatch;

import java.util.List;
import java.util.Set;

/**
 * What a plan meets that is to be published.
 *
 * @param covered groups for which the plan will count
 * @param released groups that no order in force needs to carry any more: covered ones, and those taken back since
 * @param inForce every order in force, over all publications
 * @param ran numbers of orders whose trip is marked as run
 */
public record OrderSituation(Set<String> covered, Set<String> released, List<TripOrder> inForce, Set<String> ran) {
    public OrderSituation {
        covered = Set.copyOf(covered);
        released = Set.copyOf(released);
        inForce = List.copyOf(inForce);
        ran = Set.copyOf(ran);
    }
}
