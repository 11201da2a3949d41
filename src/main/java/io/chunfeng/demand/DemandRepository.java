package io.chunfeng.demand;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The campaign and its groups. */
public interface DemandRepository {
    Optional<Campaign> campaign();

    void save(Campaign campaign);

    List<Group> groups();

    Optional<Group> group(String id);

    /** Groups whose preferred date (without one: the date of their earliest departure) lies in [from, to]. */
    List<Group> groupsDeparting(LocalDate from, LocalDate to);

    /** Inserts or replaces by id, all or none. */
    void save(Collection<Group> groups);
}
