package io.chunfeng.dispatch;

import java.time.Instant;

/**
 * One act of recording, in the ledger or in the entered figures; all its entries are there or none.
 *
 * @param id 1, 2, 3, … in the order in which recordings became visible, without a gap: what is known "as of recording 7"
 *     never changes
 * @param recordedAt never before that of an earlier recording
 * @param reason of a correction; null for a first recording
 */
public record Recording(long id, Instant recordedAt, String recordedBy, String reason) {}
