package io.chunfeng.plan.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Collects what is wrong with one file. Keeps the first {@value #KEPT}, counts the rest and ends the reading at {@value #MOST}:
 * so much is wrong with a file of another kind only.
 */
final class Problems {
    static final int KEPT = 200;
    static final int MOST = 10_000;
    private static final int LONGEST_QUOTE = 60;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_]+");

    private final List<FormatProblem> kept = new ArrayList<>();
    private long count;

    void add(String path, String message) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(new FormatProblem(path, message));
        }
        if (count >= MOST) {
            throw new JsonSource.Stop();
        }
    }

    long count() {
        return count;
    }

    /** @throws FormatException when there are any */
    void throwIfAny(String name) {
        if (count > 0) {
            throw exception(name);
        }
    }

    FormatException exception(String name) {
        List<FormatProblem> all = new ArrayList<>(kept);
        if (count > kept.size()) {
            all.add(new FormatProblem(
                    "$",
                    "and " + (count - kept.size()) + (count < MOST ? " more" : " or more")
                            + " problems; correct these first"));
        }
        return new FormatException(name, all);
    }

    /** A value of the file inside a message: in quotes, shortened, control characters shown as dots. */
    static String quote(String text) {
        String shown = text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
        return "\"" + shown.replaceAll("\\p{Cntrl}", "·") + "\"";
    }

    /** Path of a field: {@code $.a.b}, or {@code $.a["odd name"]} where the name is not a plain word. */
    static String child(String path, String field) {
        return field.length() <= LONGEST_QUOTE && PLAIN.matcher(field).matches()
                ? path + "." + field
                : path + "[" + quote(field) + "]";
    }
}
