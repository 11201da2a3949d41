package io.chunfeng.web.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** What a value must look like, in words. */
final class JsonTypes {
    private JsonTypes() {}

    static String expected(Class<?> type) {
        if (type == null) {
            return "A value of the documented type.";
        }
        if (type == OffsetDateTime.class) {
            return "A date and time with offset, like 2024-02-17T08:30:00+08:00.";
        }
        if (type == LocalDate.class) {
            return "A date, like 2024-02-17.";
        }
        if (type == BigDecimal.class) {
            return "A number of yuan with at most two decimals, like 8.50.";
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "A whole number.";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false.";
        }
        if (type == String.class) {
            return "A text in quotes.";
        }
        if (type.isEnum()) {
            return "One of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "A list." : "An object.";
    }
}
