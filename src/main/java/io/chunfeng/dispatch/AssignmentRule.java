package io.chunfeng.dispatch;

/** What an assignment must obey; each has a message {@code assignment.rule.<name>} and an entry in src/docs/orders.md. */
public enum AssignmentRule {
    /** Every trip has a coach. */
    COACH_MISSING,
    /** Every trip has as many drivers as its plan says. Figures: there, needed. */
    DRIVERS_MISSING,
    /** No coach on two trips at once. Figures: plate, other trip. */
    COACH_TWICE,
    /** No driver on two trips at once, nor twice on one. Figures: name, other trip. */
    DRIVER_TWICE,
    /** At most 8 hours of driving in any 24 hours. Figures: name, hours and minutes. */
    HOURS_24,
    /** At most 44 hours of driving in any 7 days. Figures: name, hours and minutes. */
    HOURS_7_DAYS,
    /** The coach runs for the operator of the trip's pool. Figures: plate, operator. */
    COACH_OF_OTHER,
    /** The driver works for the operator of the trip's pool. Figures: name, operator. */
    DRIVER_OF_OTHER,
    /** Passengers ≤ 核载 − drivers. Figures: plate, seats for passengers, people. */
    TOO_FEW_SEATS,
    /** Neither under repair nor withdrawn. Figures: plate. */
    COACH_NOT_READY,
    /** Neither away nor withdrawn. Figures: name. */
    DRIVER_NOT_READY;

    /** Those two are completed later; the others are never published. */
    public boolean missing() {
        return this == COACH_MISSING || this == DRIVERS_MISSING;
    }
}
