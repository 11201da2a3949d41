package io.chunfeng.demand;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The campaign and its groups. */
public interface DemandRepository {
    Optional<Campaign> campaign();

    void save(Campaign campaign);

    /** Those that are to be carried: taken by the dispatcher and not taken back, see {@link Moves#TAKEN}. */
    default List<Group> groups() {
        return groups(new Scope.Everything());
    }

    /** Of these, those that somebody may see. */
    List<Group> groups(Scope scope);

    /** In whatever state it is. */
    Optional<Group> group(String id);

    /** Those of {@link #groups} whose preferred date (without one: the date of their earliest departure) lies in [from, to]. */
    List<Group> groupsDeparting(LocalDate from, LocalDate to);

    /** Inserts, as accepted, or replaces by id, all or none. For data that nobody registers, such as the demo campaign's. */
    void save(Collection<Group> groups);
}
