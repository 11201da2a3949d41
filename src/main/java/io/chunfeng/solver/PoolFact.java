package io.chunfeng.solver;

import io.chunfeng.capacity.CoachPool;
import java.util.ArrayList;
import java.util.List;

/** A coach pool as the solver sees it. */
final class PoolFact {
    final int index;
    final CoachPool pool;
    final int depot;
    final long availableFrom;
    final long availableUntil;
    /** Busy intervals of pinned trips and of coaches out of service: from, until, from, until, … */
    final List<Long> pinnedBusy = new ArrayList<>();

    /** Its slots in {@link Assignment#getSlots()} are [firstSlot, firstSlot + slotCount). */
    int firstSlot;

    int slotCount;

    PoolFact(int index, CoachPool pool, int depot, long asOf) {
        this.index = index;
        this.pool = pool;
        this.depot = depot;
        this.availableFrom = Math.max(pool.availableFrom().getEpochSecond(), asOf);
        this.availableUntil = pool.availableUntil().getEpochSecond();
    }

    /** The same pool for a smaller problem; as busy with what is pinned. */
    PoolFact(PoolFact like, int index) {
        this.index = index;
        this.pool = like.pool;
        this.depot = like.depot;
        this.availableFrom = like.availableFrom;
        this.availableUntil = like.availableUntil;
        this.pinnedBusy.addAll(like.pinnedBusy);
    }

    int seats(int drivers) {
        return pool.approvedSeats() - drivers;
    }

    @Override
    public String toString() {
        return pool.id();
    }
}
