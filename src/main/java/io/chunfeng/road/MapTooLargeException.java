package io.chunfeng.road;

/** The map does not fit into the memory that Java was given. */
public final class MapTooLargeException extends MapFormatException {
    private static final long serialVersionUID = 1L;
    private static final long BYTES_PER_MB = 1 << 20;

    MapTooLargeException(String map, Throwable cause) {
        super(
                map + ": " + heapMb()
                        + " MB of memory are too little for this map; start Java with more (-Xmx), or keep the"
                        + " prepared roads outside of it with the setting chunfeng.graph-storage=MMAP",
                cause);
    }

    /** Largest heap of this process, in MB. */
    public static long heapMb() {
        return Runtime.getRuntime().maxMemory() / BYTES_PER_MB;
    }
}
