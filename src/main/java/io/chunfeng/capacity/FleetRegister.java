package io.chunfeng.capacity;

import java.util.List;
import java.util.Optional;

/** 车辆与驾驶员: which coaches and drivers there are. Nobody is deleted; who is withdrawn is not sent out any more. */
public interface FleetRegister {
    /** By pool and plate. */
    List<Coach> coaches();

    /** By operator and name. */
    List<Driver> drivers();

    Optional<Coach> coach(long id);

    Optional<Driver> driver(long id);

    /**
     * New ones (id 0) and changed ones, all or none.
     *
     * @throws StaleFleetException when one was changed since its version, or its plate or licence is taken meanwhile
     */
    void save(List<Coach> coaches, List<Driver> drivers);
}
