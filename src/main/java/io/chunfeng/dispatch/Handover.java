package io.chunfeng.dispatch;

import java.time.Instant;

/**
 * 交接: the receiving side has counted who came.
 *
 * @param planned persons that the publication told
 * @param remark may be null when everybody came
 * @param takenBack the entry that took it back, or null
 */
public record Handover(
        long id,
        long planId,
        String groupId,
        String vehicle,
        int planned,
        int received,
        Instant receivedAt,
        String remark,
        String recordedBy,
        Instant recordedAt,
        TakenBack takenBack) {

    /** @param remark why, never blank */
    public record TakenBack(String by, Instant at, String remark) {}

    /** More came, if positive, than were planned. */
    public int difference() {
        return received - planned;
    }
}
