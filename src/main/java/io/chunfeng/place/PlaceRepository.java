package io.chunfeng.place;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Places of the campaign. */
public interface PlaceRepository {
    List<Place> all();

    Optional<Place> find(String id);

    /** Inserts or replaces by id, all or none. */
    void save(Collection<Place> places);
}
