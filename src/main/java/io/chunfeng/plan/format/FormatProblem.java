package io.chunfeng.plan.format;

/**
 * Something wrong with a file.
 *
 * @param jsonPath where, for example {@code $.groups[3].from}
 * @param message what is wrong, and what is expected instead
 */
public record FormatProblem(String jsonPath, String message) {
    @Override
    public String toString() {
        return jsonPath + ": " + message;
    }
}
