package io.chunfeng.freeze;

import java.time.Instant;
import java.util.Map;

/**
 * The platform's figures, in the layout of the form.
 *
 * @param name of the file as its sender calls it
 * @param sha256 of the file, hexadecimal
 * @param cells what people see in a cell, by its address; empty ones are left out
 */
public record PlatformFile(
        String name, String sha256, Map<String, String> cells, String uploadedBy, Instant uploadedAt) {
    public PlatformFile {
        cells = Map.copyOf(cells);
    }
}
