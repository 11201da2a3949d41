package io.chunfeng.intake;

import java.util.List;

/**
 * A cell as it was understood.
 *
 * @param value null when the cell is empty or wrong
 * @param wrong null when it is right
 */
record Read<T>(T value, Problem.Code wrong, List<String> details, String suggestion) {

    static <T> Read<T> of(T value) {
        return new Read<>(value, null, List.of(), "");
    }

    static <T> Read<T> nothing() {
        return of(null);
    }

    static <T> Read<T> wrong(Problem.Code code, String suggestion, String... details) {
        return new Read<>(null, code, List.of(details), suggestion);
    }

    <U> Read<U> alsoWrong() {
        return new Read<>(null, wrong, details, suggestion);
    }
}
