package io.chunfeng.road;

/** Where a prepared graph lies while it is used. The files are the same. */
public enum GraphStorage {
    /** In Java's heap: fastest, and the heap must hold it. */
    RAM,
    /** In files mapped into memory: the operating system keeps in memory what is used and fits. */
    MMAP;

    /**
     * The setting as typed, in any case; empty for the default.
     *
     * @throws MapFormatException for anything else
     */
    public static GraphStorage of(String text) {
        for (GraphStorage storage : values()) {
            if (storage.name().equalsIgnoreCase(text.strip())) {
                return storage;
            }
        }
        if (text.isBlank()) {
            return RAM;
        }
        throw new MapFormatException("graph storage is " + text + "; write RAM or MMAP");
    }
}
