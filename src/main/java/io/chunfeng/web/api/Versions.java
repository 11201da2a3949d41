package io.chunfeng.web.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions as entity tags: {@code "3"}. */
final class Versions {
    private static final int NEW = 0;
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

    private Versions() {}

    static String tag(int version) {
        return "\"" + version + "\"";
    }

    /** The version a change was made from; 0 for something new. Weak tags and lists of tags match nothing. */
    static int from(String ifMatch, String ifNoneMatch) {
        if (ifMatch == null && ifNoneMatch == null) {
            throw ProblemException.preconditionRequired();
        }
        if (ifMatch == null) {
            if (!ifNoneMatch.strip().equals("*")) {
                throw ProblemException.badRequest("The only 'If-None-Match' of a change is '*'.");
            }
            return NEW;
        }
        if (ifNoneMatch != null) {
            throw ProblemException.badRequest("Send either 'If-Match' or 'If-None-Match'.");
        }
        return existing(ifMatch);
    }

    /** For what cannot be new. */
    static int existing(String ifMatch) {
        if (ifMatch == null) {
            throw ProblemException.preconditionRequired();
        }
        Matcher matcher = TAG.matcher(ifMatch.strip());
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == NEW) {
            throw ProblemException.stale();
        }
        return Integer.parseInt(matcher.group(1));
    }
}
