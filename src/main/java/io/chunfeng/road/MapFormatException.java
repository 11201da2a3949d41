package io.chunfeng.road;

/** The map cannot be read. The message says which file, what is wrong and what to do. */
public class MapFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MapFormatException(String message) {
        super(message);
    }

    public MapFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
