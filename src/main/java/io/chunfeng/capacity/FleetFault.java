package io.chunfeng.capacity;

/** What can be wrong in the register of coaches and drivers; each has a message {@code fleet.expected.<name>}. */
public enum FleetFault {
    MISSING,
    BAD_PLATE,
    /** In this file, or of another coach that is kept. */
    PLATE_TAKEN,
    UNKNOWN_POOL,
    /** Figures: least, most. */
    BAD_SEATS,
    BAD_PERMIT,
    /** Figures: longest length. */
    TOO_LONG,
    BAD_PHONE,
    UNKNOWN_OPERATOR,
    BAD_LICENCE,
    /** In this file, or of another driver who is kept. */
    LICENCE_TAKEN,
    UNKNOWN_STATE
}
