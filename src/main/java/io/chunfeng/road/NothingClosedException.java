package io.chunfeng.road;

/** A closure that holds no road of the loaded map. The message says why and what to do, in Chinese. */
public class NothingClosedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NothingClosedException(String message) {
        super(message);
    }
}
