package io.chunfeng.road;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why a map could not be opened, as one kind of exception with words for people. */
final class OpeningFailure {
    private static final Logger LOG = LoggerFactory.getLogger(OpeningFailure.class);

    private OpeningFailure() {}

    static MapFormatException words(String map, Throwable cause) {
        for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
            if (inner instanceof MapFormatException told) {
                return told;
            }
            if (inner instanceof OutOfMemoryError) {
                return new MapTooLargeException(map, cause);
            }
        }
        LOG.warn("the map cannot be prepared", cause);
        return new MapFormatException(map + ": cannot be prepared (" + text(cause) + "); the log has more", cause);
    }

    private static String text(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
