package io.chunfeng.plan.format;

import java.util.List;
import java.util.Map;

/** One small JSON value held in memory; large parts of a file never are. */
sealed interface Json {
    /** For messages: what kind of value this is. */
    String kind();

    record Obj(Map<String, Json> fields) implements Json {
        @Override
        public String kind() {
            return "an object";
        }
    }

    record Arr(List<Json> values) implements Json {
        @Override
        public String kind() {
            return "an array";
        }
    }

    record Text(String value) implements Json {
        @Override
        public String kind() {
            return "the text " + Problems.quote(value);
        }
    }

    /** @param digits as written in the file: never goes through a floating-point number */
    record Num(String digits) implements Json {
        @Override
        public String kind() {
            return "the number " + (digits.length() <= 40 ? digits : digits.substring(0, 40) + "…");
        }
    }

    record Bool(boolean value) implements Json {
        @Override
        public String kind() {
            return String.valueOf(value);
        }
    }

    record Null() implements Json {
        @Override
        public String kind() {
            return "null";
        }
    }
}
