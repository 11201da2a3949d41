package io.chunfeng.plan;

/** What a coach trip, train or flight of a plan is charged with. Each has a name in messages/explanation.properties. */
public enum CostComponent {
    /** One dispatch of a coach. */
    DISPATCH,
    /** Metres between the first and the last stop. */
    LOADED_WAY,
    /** Metres to the first stop and back from the last. */
    EMPTY_WAY,
    /** Drivers times days begun. */
    DRIVERS,
    /** A train or flight that is used at all. */
    SERVICE,
    CARRIAGES,
    /** Passengers of a train or flight. */
    TICKETS,
    /** Person seconds from boarding until boarding the next vehicle, or until the arrival. */
    TIME,
    /** Persons who change into it. */
    TRANSFERS,
    /** Persons times days off the preferred date; charged to the first vehicle of a journey. */
    DAY_SHIFT,
    /** Persons who board otherwise than was published. */
    CHANGES
}
