package io.chunfeng.plan;

/** Why people stay behind. Each has a heading in src/docs/rules.md. */
public enum UnservedReason {
    /** No road from the boarding place to the workplace or to any admitted station, or back. */
    UNREACHABLE,
    /** The window is shorter than the fastest admitted journey, rests included. */
    WINDOW_TOO_SHORT,
    /** No pool at home at either end (H10). */
    NO_HOME_COACH,
    /** None of the admitted modes has a service that fits. */
    NO_SERVICE_OF_MODE,
    /** Not enough wheelchair spaces. */
    NO_WHEELCHAIR_SPACE,
    /** Every vehicle that holds the smallest admitted part is too small. */
    PART_TOO_LARGE,
    /** Coaches, seats or carriages of all that would fit are taken. */
    CAPACITY_TAKEN,
    /** The only fitting train or flight lacks people for its minimum. */
    BELOW_MINIMUM
}
