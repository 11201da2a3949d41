package io.chunfeng.capacity;

import java.util.Collection;
import java.util.List;

/** What the bureaus offer. */
public interface CapacityRepository {
    List<CoachPool> coachPools();

    List<TrainService> trainServices();

    List<Flight> flights();

    /** Inserts or replaces by id, all or none. */
    void save(Collection<CoachPool> pools, Collection<TrainService> services, Collection<Flight> flights);
}
