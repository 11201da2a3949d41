package io.chunfeng.freeze;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the checks need to know besides the table itself. */
public interface FreezeFacts {

    /** Of every one of these trips. */
    Map<TripKey, TripFact> of(Collection<TripKey> trips);

    /** Trips in force that leave until a moment (included) by plan and have neither been recorded nor cancelled. */
    List<SilentTrip> silent(Instant asOf);
}
