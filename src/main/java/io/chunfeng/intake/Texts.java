package io.chunfeng.intake;

import java.text.Normalizer;

/** What people type, in one form: full-width characters, odd spaces and invisible characters are gone. */
final class Texts {
    private Texts() {}

    /** Single spaces between words, none at the ends. */
    static String clean(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\u200B-\\u200F\\uFEFF\\u2060\\p{Cc}&&[^\\n\\t]]", "")
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
    }

    /** Without any space. */
    static String tight(String typed) {
        return clean(typed).replace(" ", "");
    }
}
