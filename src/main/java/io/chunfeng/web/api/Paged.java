package io.chunfeng.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;

/** A part of a list. */
record Paged<T>(
        List<T> items,

        @Schema(description = "Of the whole list", example = "741")
        int total,

        @Schema(description = "Items before the first one here", example = "0")
        int offset,

        @Schema(description = "Most items in one answer", example = "100")
        int limit) {
    static final int MOST = 1_000;

    static <R, T> Paged<T> of(List<R> all, int offset, int limit, Function<R, T> form) {
        if (offset < 0 || limit < 1 || limit > MOST) {
            throw ProblemException.badRequest("'offset' is 0 or more, 'limit' is 1 to " + MOST + ".");
        }
        List<T> items = all.stream().skip(offset).limit(limit).map(form).toList();
        return new Paged<>(items, all.size(), offset, limit);
    }
}
