package io.chunfeng.road;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Closures that were recorded. They are lifted, never changed or deleted: port to the database. */
public interface ClosureRepository {

    /** Later than every journey. */
    Instant NO_END = Instant.parse("9999-12-31T00:00:00Z");

    /** @return its id */
    long add(Closure closure);

    Optional<StoredClosure> find(long id);

    /** Those of the ids that exist, in the order of their ids. */
    List<StoredClosure> find(Collection<Long> ids);

    /** Newest first. */
    List<StoredClosure> list();

    /** Not lifted, and closed at any moment of [begin, end), in the order of their ids. */
    List<StoredClosure> inForce(Instant begin, Instant end);

    /** Not lifted, and closed at any moment of this closure's time. */
    default List<StoredClosure> inForceDuring(Closure closure) {
        return inForce(closure.from(), closure.until() == null ? NO_END : closure.until());
    }

    /**
     * Lifts a closure now.
     *
     * @throws IllegalStateException with words for the dispatcher, when it is lifted already or does not exist
     */
    void lift(long id);
}
