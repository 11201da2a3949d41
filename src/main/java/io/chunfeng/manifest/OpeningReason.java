package io.chunfeng.manifest;

/** Why names and numbers are shown or written in full. Chosen, not typed: what people type may name somebody. */
public enum OpeningReason {
    /** 核对信息 */
    CHECKING,
    /** 购票、办理乘车手续 */
    TICKETS,
    /** 现场点名 */
    ROLL_CALL,
    /** 应急处置 */
    EMERGENCY,
    /** A row is corrected. Not chosen: follows from pressing 更正. */
    CORRECTION
}
