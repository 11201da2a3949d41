package io.chunfeng.manifest;

import java.util.UUID;

/**
 * A row as it is stored.
 *
 * @param id drawn anew for each row, bound into the seal
 * @param sealed opens only with the keys, its group's id and its own
 * @param index the same for the same document number; null without a document
 */
public record SealedPassenger(UUID id, byte[] sealed, byte[] index) {}
