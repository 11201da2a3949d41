package io.chunfeng.command;

/** The command line was not typed as described, or names something that cannot be used. */
class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
