package io.chunfeng.capacity;

/** Whether a coach or driver may be sent out. */
public enum FleetState {
    READY,
    /** 检修、停驶、请假: not now. */
    AWAY,
    /** Out of the register; orders of the past keep what they say. */
    WITHDRAWN
}
