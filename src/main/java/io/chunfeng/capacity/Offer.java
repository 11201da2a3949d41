package io.chunfeng.capacity;

import java.time.Instant;

/** Something that a bureau offers. */
public sealed interface Offer permits CoachPool, TrainService, Flight {
    String id();

    /** Whoever operates it, or its name. */
    String title();

    Kind offerKind();

    /** The same, no longer for new plans: a pool's window ends then, a train or flight cannot be booked after it. */
    Offer endedAt(Instant end);

    enum Kind {
        POOL,
        TRAIN,
        FLIGHT
    }
}
