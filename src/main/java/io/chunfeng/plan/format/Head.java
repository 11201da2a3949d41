package io.chunfeng.plan.format;

import tools.jackson.core.JsonToken;

/** The format number: its fields mean what they mean under this number only. */
final class Head {
    private Head() {}

    /** Reads the current token as the format; another format ends the reading. */
    static void format(JsonSource source, String path, String expected) {
        if (source.parser().currentToken() == JsonToken.VALUE_STRING
                && source.parser().getString().equals(expected)) {
            return;
        }
        String found = source.parser().currentToken() == JsonToken.VALUE_STRING
                ? Problems.quote(source.parser().getString())
                : "not a text";
        source.problems()
                .add(path, "is " + found + ", expected \"" + expected + "\"; nothing else of the file was read");
        throw new JsonSource.Stop();
    }
}
