package io.chunfeng.dispatch;

/**
 * Who records something, and why it corrects what was recorded before.
 *
 * @param login of the account; of the program itself for what it does on its own
 * @param reason null for a first recording; a correction has one
 */
public record Author(String login, String reason) {
    public Author {
        if (login == null || login.isBlank()) {
            throw new IllegalArgumentException("somebody must have recorded it");
        }
        if (reason != null && reason.isBlank()) {
            throw new IllegalArgumentException("a reason is words or null");
        }
    }
}
