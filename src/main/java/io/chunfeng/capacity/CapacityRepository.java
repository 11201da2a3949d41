package io.chunfeng.capacity;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the bureaus offer. */
public interface CapacityRepository {
    List<CoachPool> coachPools();

    List<TrainService> trainServices();

    List<Flight> flights();

    /** 应急运力: coaches that each pool keeps back for incidents, at most as many as it has; pools without any are left out. */
    Map<String, Integer> reserves();

    /**
     * Keeps so many coaches of a pool back from ordinary planning.
     *
     * @param before as many as whoever changes it has seen
     * @return whether it was changed; false when somebody else has changed it, or there is no such pool
     */
    boolean keepBack(String poolId, int coaches, int before);

    /** Inserts or replaces by id, all or none. */
    void save(Collection<CoachPool> pools, Collection<TrainService> services, Collection<Flight> flights);
}
