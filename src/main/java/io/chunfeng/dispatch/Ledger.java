package io.chunfeng.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The ledger (台账) of what ran, to be read. {@link DispatchRepository} writes it. */
public interface Ledger {

    /** Id of the newest recording, 0 when nothing is recorded. */
    long newest();

    /** Id of the newest recording that was made until then, 0 for none. */
    long newestAt(Instant recordedUntil);

    Optional<Recording> recording(long id);

    /**
     * Trips that left until a moment, as they were known then.
     *
     * @param asOf the moment itself is included
     * @param recording what later recordings say is left out
     */
    List<RanTrip> ranTrips(Instant asOf, long recording);

    /** The same as they are known now. */
    default List<RanTrip> ranTrips(Instant asOf) {
        return ranTrips(asOf, newest());
    }

    /** Everything ever recorded of a trip, reversals too, oldest first. */
    List<LedgerEntry> ofTrip(long planId, String vehicle);

    /** Everything ever recorded of a group, reversals too, oldest first. */
    List<LedgerEntry> ofGroup(String groupId);
}
